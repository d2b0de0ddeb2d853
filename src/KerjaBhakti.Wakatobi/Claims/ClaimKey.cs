using System.Globalization;
using System.Runtime.InteropServices;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>
/// Which claim: the month of the services, and the number of a later claim for that month (klaim susulan). Written <c>2024-03</c> and
/// <c>2024-03-susulan-1</c>.
/// </summary>
/// <param name="Month">The month of the services.</param>
/// <param name="Number">0 for the month's first claim, 1, 2, … for those that were filed for it later.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClaimKey(FiscalMonth Month, int Number = 0) : IComparable<ClaimKey>
{
    /// <summary>The most later claims of a month.</summary>
    public const int MostLater = 99;

    private const string Later = "-susulan-";

    /// <summary>Whether it is a later claim.</summary>
    public bool IsLater => Number > 0;

    /// <summary>The first claim of a month.</summary>
    public static implicit operator ClaimKey(FiscalMonth month) => new(month);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="monthOf">Reads a month.</param>
    public static ClaimKey? Read(string? text, Func<string, FiscalMonth?> monthOf)
    {
        var parts = (text ?? string.Empty).Split(Later);
        var number = 0;
        return
            parts.Length <= 2
            && monthOf(parts[0]) is { } month
            && (
                parts.Length == 1
                || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= MostLater)
            )
            ? new ClaimKey(month, number)
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(ClaimKey other) =>
        Month.CompareTo(other.Month) is var months && months != 0 ? months : Number.CompareTo(other.Number);

    /// <summary>"Maret 2024", "Maret 2024 susulan 1".</summary>
    public string ToIndonesian() =>
        Number == 0 ? Month.ToIndonesian() : string.Create(CultureInfo.InvariantCulture, $"{Month.ToIndonesian()} susulan {Number}");

    /// <inheritdoc/>
    public override string ToString() =>
        Number == 0 ? Month.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Month}{Later}{Number}");
}
