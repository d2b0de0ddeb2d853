using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Sundays;

/// <summary>What kind of day off it is.</summary>
public enum HolidayKind
{
    /// <summary>Hari libur nasional.</summary>
    NationalHoliday,

    /// <summary>Cuti bersama.</summary>
    JointLeave,
}

/// <summary>
/// A public holiday or day of joint leave, with the document that says so. It marks a Sunday; whether duty stands is decided, see
/// <see cref="SundayDecision"/>.
/// </summary>
public sealed class Holiday
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The longest source, in characters.</summary>
    public const int SourceLength = 300;

    private Holiday() { }

    /// <summary>A holiday. A date stands once: where two fall on one day, its name says both.</summary>
    /// <exception cref="RosterRefusedException">Name or source is missing or too long.</exception>
    public Holiday(DateOnly date, string name, HolidayKind kind, string source) => Write(date, name, kind, source);

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>What is celebrated.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>What kind of day off it is.</summary>
    public HolidayKind Kind { get; private set; }

    /// <summary>The document that makes it one.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Puts it right.</summary>
    /// <exception cref="RosterRefusedException">Name or source is missing or too long.</exception>
    public void Change(DateOnly date, string name, HolidayKind kind, string source)
    {
        Write(date, name, kind, source);
        Revision++;
    }

    private void Write(DateOnly date, string name, HolidayKind kind, string source)
    {
        Date = date;
        Name = Wording.Require(name, NameLength, "Nama hari libur");
        Kind = kind;
        Source = Wording.Require(source, SourceLength, "Dasar hukum hari libur");
    }
}
