using System.Security.Claims;

namespace KerjaBhakti.Web.Shell.Palette;

/// <summary>Things that Ctrl+K finds. A module registers its pages and commands, and each kind of thing it knows by name.</summary>
public interface IPaletteSource
{
    /// <summary>
    /// The candidates for this user. The palette judges which of them match; a source only leaves out what certainly does not, and what is
    /// not for the user.
    /// </summary>
    /// <param name="user">Who searches.</param>
    /// <param name="query">What was typed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IEnumerable<PaletteEntry>> CandidatesAsync(ClaimsPrincipal user, PaletteQuery query, CancellationToken cancellationToken);
}

/// <summary>Something that can be gone to.</summary>
/// <param name="Group">What kind of thing it is, as the list says it: "Kecamatan".</param>
/// <param name="Text">What it is called.</param>
/// <param name="Path">Where Enter goes.</param>
public sealed record PaletteEntry(string Group, string Text, string Path)
{
    /// <summary>What tells it from others of the same name.</summary>
    public string? Detail { get; init; }

    /// <summary>Other words it is found by: abbreviations, old names, codes.</summary>
    public string Keywords { get; init; } = string.Empty;

    /// <summary>How well it matches where its source has judged that itself, 0 best; null where the palette is to judge.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether it stands in the list before anything is typed.</summary>
    public bool IsOffered { get; init; }
}
