using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>What somebody has in one component.</summary>
/// <param name="StaffId">Who, by the hospital's own number.</param>
/// <param name="Name">The name as it is printed on the slip.</param>
/// <param name="Component">The code of the component.</param>
/// <param name="Points">
/// The points; null where none were written, which is possible in a component that is divided equally.
/// </param>
public sealed record StaffPoints(string StaffId, string Name, string Component, ExactDecimal? Points)
{
    /// <summary>The longest staff number, in characters.</summary>
    public const int StaffIdLength = StaffNumber.MostCharacters;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = StaffMember.NameLength;

    /// <summary>The staff number nobody can have: the last line of the written distribution carries it.</summary>
    public const string Total = "TOTAL";

    /// <summary>The line of the file it was read from, counted from one; null where it was not read from a file.</summary>
    public int? Line { get; init; }
}
