using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;

namespace KerjaBhakti.Data.Institutions;

/// <summary>
/// Everything a folder says of an institution, read and checked as a whole: a new database is filled from it. What it says of names, clock
/// and weekday holds for as long as the process runs. Immutable.
/// </summary>
public sealed record InstitutionFolder
{
    /// <summary>The folder of the institution that is served where no other is named.</summary>
    public const string Default = "dki";

    /// <summary>Where it lies.</summary>
    public required string Path { get; init; }

    /// <summary>The institution.</summary>
    public required Institution Institution { get; init; }

    /// <summary>Its districts.</summary>
    public required Gazetteer Gazetteer { get; init; }

    /// <summary>Where each city or kecamatan stands on the picture of coverage; those without a tile follow by their code.</summary>
    public required PlaceMap Map { get; init; }

    /// <summary>Its bodies, each with a category. Names are unique.</summary>
    public required IReadOnlyList<(string Name, WorkUnitCategory Category)> Units { get; init; }

    /// <summary>The short names of posts the portal begins with, each with its post.</summary>
    public required IReadOnlyList<(string Text, string Post)> Aliases { get; init; }

    /// <summary>The public holidays and days of joint leave the portal begins with.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    /// <summary>What was issued before there was a portal, by date; none for a new office.</summary>
    public required IReadOnlyList<EarlierInstruction> Instructions { get; init; }

    /// <summary>The posts the portal begins with: those of the annexes, and one for each body that has no row in any.</summary>
    public IReadOnlyList<string> Posts =>
        [
            .. Instructions.SelectMany(instruction => instruction.Annex.Rows.Select(row => row.Label)).Distinct(),
            .. Units.Select(unit => unit.Name).Except(Instructions.SelectMany(instruction => instruction.UnitOfEachRow)),
        ];

    /// <summary>The folders that come with the program, by name.</summary>
    public static string Shipped => System.IO.Path.Combine(AppContext.BaseDirectory, "institutions");

    /// <summary>The folder that a setting means: one that comes with the program, or a path.</summary>
    public static string Find(string? setting)
    {
        var name = string.IsNullOrWhiteSpace(setting) ? Default : setting.Trim();
        var shipped = System.IO.Path.Combine(Shipped, name);
        return name.AsSpan().IndexOfAny('/', '\\') < 0 && !Directory.Exists(name) && Directory.Exists(shipped)
            ? shipped
            : System.IO.Path.GetFullPath(name);
    }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InstitutionFolderException">Something is missing or wrong.</exception>
    public static InstitutionFolder Read(string path)
    {
        var reader = new InstitutionReader(path);
        return reader.Read() ?? throw new InstitutionFolderException(path, reader.Mistakes);
    }

    /// <summary>What is missing or wrong in a folder; empty where it can be served.</summary>
    public static IReadOnlyList<InstitutionMistake> Check(string path)
    {
        var reader = new InstitutionReader(path);
        reader.Read();
        return reader.Mistakes;
    }
}

/// <summary>An Instruction that was issued before there was a portal.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Number">Its number within the year of its date.</param>
/// <param name="IssuedOn">The date it was signed.</param>
/// <param name="AnnexTitle">The title over its annex.</param>
/// <param name="Annex">The annex.</param>
/// <param name="UnitOfEachRow">The name of the body each row belongs to, in the order of the rows.</param>
public sealed record EarlierInstruction(
    InstructionText Text,
    int Number,
    DateOnly IssuedOn,
    string AnnexTitle,
    Annex Annex,
    IReadOnlyList<string> UnitOfEachRow
)
{
    /// <summary>The Instruction as a database stores it.</summary>
    public Instruction Sign() => new(Text with { Signatory = Text.Signatory with { } }, Number, IssuedOn);
}
