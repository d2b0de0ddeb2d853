using System.Security.Claims;

namespace KerjaBhakti.Web.Shell.Waiting;

/// <summary>The three to five figures a module puts on the start page of those who read it.</summary>
public interface IFigureSource
{
    /// <summary>The figures for this user; none for whom they are not.</summary>
    Task<IReadOnlyList<Figure>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken);
}

/// <summary>A figure of the start page.</summary>
/// <param name="Label">What it counts, and of when.</param>
/// <param name="Value">The figure as it is shown.</param>
/// <param name="Path">Where the things it counts are listed.</param>
public sealed record Figure(string Label, string Value, string Path);
