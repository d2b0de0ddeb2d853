using System.Globalization;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>A row of a list of officials as it stands in a file. Texts are as they were written; what is missing is empty.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Code">The key of the position, by which positions of one name are told apart.</param>
/// <param name="Position">The position.</param>
/// <param name="Unit">The work unit.</param>
/// <param name="Name">The official.</param>
/// <param name="Nip">The number.</param>
/// <param name="Kind">"Definitif", "Plt." or "Plh."; empty means the first.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record OfficialRow(
    int Line,
    string Code,
    string Position,
    string Unit,
    string Name,
    string Nip,
    string Kind,
    string From,
    string To
);

/// <summary>What a row of a list of officials means for the register.</summary>
public enum OfficialVerdict
{
    /// <summary>Somebody comes where nobody was.</summary>
    New,

    /// <summary>The register says so already.</summary>
    Same,

    /// <summary>Somebody follows somebody.</summary>
    Change,

    /// <summary>It keeps the whole file from being stored.</summary>
    Error,
}

/// <summary>A row and what was made of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record OfficialLine(OfficialRow Row, OfficialVerdict Verdict, string Sentence)
{
    /// <summary>The position; null where it was not found.</summary>
    public Position? Position { get; init; }

    /// <summary>How and when; null where it could not be read.</summary>
    public Term? Term { get; init; }

    /// <summary>What is odd about the number, and no reason to refuse it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Judges a list of officials against the register, row by row, by making the appointments in a copy of it.</summary>
public static class OfficialImport
{
    /// <summary>The most rows of a list.</summary>
    public const int MostRows = 500;

    private const int MostNearest = 3;
    private const int LettersPerLetter = 3;

    /// <summary>The verdicts, in the order of the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">Every position with its work unit.</param>
    /// <param name="copy">The register; it is changed, so it must be none that is going to be stored.</param>
    /// <param name="aliases">The short names of posts, which a list may use.</param>
    /// <param name="today">The local date.</param>
    public static IReadOnlyList<OfficialLine> Judge(
        IReadOnlyList<OfficialRow> rows,
        IReadOnlyList<Position> positions,
        OfficialsBook copy,
        PostAliases aliases,
        DateOnly today
    )
    {
        // One after the other in time, so that a list may hold a position's whole history.
        var lines = rows.Select(row => Read(row, positions, aliases)).ToList();
        foreach (var index in InTime(lines))
        {
            lines[index] = Appoint(lines[index], positions, copy, today);
        }

        return lines;
    }

    /// <summary>The places of the lines that can be appointed, the earliest first.</summary>
    public static IEnumerable<int> InTime(IReadOnlyList<OfficialLine> lines) =>
        lines
            .Index()
            .Where(pair => pair.Item.Term is not null)
            .OrderBy(pair => pair.Item.Term!.From)
            .ThenBy(pair => pair.Index)
            .Select(pair => pair.Index);

    private static OfficialLine Read(OfficialRow row, IReadOnlyList<Position> positions, PostAliases aliases)
    {
        try
        {
            var position = Find(row, positions, aliases);
            return new OfficialLine(row, OfficialVerdict.New, string.Empty)
            {
                Position = position,
                Term = new Term(
                    KindOf(row.Kind),
                    DateOf(row.From, "Mulai") ?? throw new RosterRefusedException("Mulai wajib diisi."),
                    DateOf(row.To, "Selesai")
                ),
                Warnings = [.. Expansion(row, position)],
            };
        }
        catch (RosterRefusedException refusal)
        {
            return new OfficialLine(row, OfficialVerdict.Error, refusal.Message);
        }
    }

    private static OfficialLine Appoint(OfficialLine line, IReadOnlyList<Position> positions, OfficialsBook copy, DateOnly today)
    {
        var (row, position, term) = (line.Row, line.Position!, line.Term!);
        try
        {
            var history = copy.Of(position.Id);
            var known = copy.Find(position.Id, row.Name, row.Nip);
            var present = history.All.FirstOrDefault(item =>
                item.OfficialId == known?.Id && item.Kind == term.Kind && item.Covers(term.From)
            );
            if (present is not null)
            {
                return term.To is null || term.To == present.To
                    ? line with
                    {
                        Verdict = OfficialVerdict.Same,
                        Sentence = "Sama dengan yang tercatat.",
                    }
                    : line with
                    {
                        Verdict = OfficialVerdict.Error,
                        Sentence = "Sudah tercatat dengan hari terakhir yang lain; ubah masa jabatannya di halaman jabatan itu.",
                    };
            }

            var before = history.On(term.From);
            var appointed = copy.Appoint(position.Id, row.Name, row.Nip, term);
            return line with
            {
                Verdict = before is null ? OfficialVerdict.New : OfficialVerdict.Change,
                Sentence = before is null
                    ? $"Baru: {appointed.Prefix}{position.Name} mulai {Wording.Date(term.From)}."
                    : $"{(term.Kind == IncumbencyKind.Definitive || before.Kind != IncumbencyKind.Definitive ? "Menggantikan" : "Bertindak untuk")} {copy.HolderOf(before).Name} mulai {Wording.Date(term.From)}.",
                Warnings =
                [
                    .. line.Warnings,
                    .. Nip.Warnings(copy.HolderOf(appointed).Nip, today),
                    .. Question(copy.PositionsOfNamesakes(copy.HolderOf(appointed)), positions),
                ],
            };
        }
        catch (RosterRefusedException refusal)
        {
            return line with { Verdict = OfficialVerdict.Error, Sentence = refusal.Message };
        }
    }

    private static IEnumerable<string> Expansion(OfficialRow row, Position position)
    {
        if (Spelling.Key(row.Position) != Spelling.Key(position.Name))
        {
            yield return $"'{row.Position}' dibaca sebagai {position.Name}.";
        }
    }

    private static IEnumerable<string> Question(IReadOnlyList<int> elsewhere, IReadOnlyList<Position> positions)
    {
        if (elsewhere.Count > 0)
        {
            var names = positions.Where(position => elsewhere.Contains(position.Id)).Select(position => position.Name);
            yield return $"Nama ini juga tercatat sebagai {string.Join("; ", names)}. Bila orangnya sama, satukan di halaman jabatan ini setelah disimpan.";
        }
    }

    private static Position Find(OfficialRow row, IReadOnlyList<Position> positions, PostAliases aliases)
    {
        var (name, unit) = (Spelling.Key(aliases.InFull(row.Position)), Spelling.Key(aliases.InFull(row.Unit)));
        var named = positions.Where(position => Spelling.Key(position.Name) == name).ToList();
        var found = named
            .Where(position => unit.Length == 0 || Spelling.Key(position.WorkUnit.Name) == unit)
            .Where(position => row.Code.Length == 0 || CodeOf(position) == row.Code)
            .ToList();
        return found switch
        {
            [var only] => only,
            [] when row.Position.Length == 0 => throw new RosterRefusedException("Jabatan wajib diisi."),
            [] when named.Count > 0 => throw new RosterRefusedException(
                $"Jabatan itu ada pada {string.Join(", ", named.Select(position => $"{position.WorkUnit.Name} (kode {CodeOf(position)})"))}; periksa kolom SKPD/UKPD dan Kode."
            ),
            [] when Nearest(row.Position, positions, aliases).ToList() is { Count: > 0 } nearest => throw new RosterRefusedException(
                $"Jabatan '{row.Position}' tidak dikenal. Yang mendekati: {string.Join("; ", nearest)}."
            ),
            [] => throw new RosterRefusedException($"Jabatan '{row.Position}' tidak dikenal; tulis namanya seperti dalam templat."),
            _ => throw new RosterRefusedException(
                $"Ada {found.Count} jabatan dengan nama itu; isi kolom Kode dengan {string.Join(" atau ", found.Select(CodeOf))}."
            ),
        };
    }

    private static string CodeOf(Position position) => position.Id.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Nearest(string name, IReadOnlyList<Position> positions, PostAliases aliases) =>
        positions
            .Select(position => position.Name)
            .Distinct()
            .Select(known => (Name: known, Distance: IsMeant(known, name, aliases) ? 0 : DistanceTo(known, name)))
            .Where(known => known.Distance is not null)
            .OrderBy(known => known.Distance)
            .Select(known => known.Name)
            .Take(MostNearest);

    // What differs in more than a third of its letters is something else.
    private static int? DistanceTo(string known, string name)
    {
        var limit = Math.Max(2, Math.Min(known.Length, name.Length) / LettersPerLetter);
        return Spelling.Distance(Spelling.Key(known), Spelling.Key(name), limit) is var distance && distance <= limit ? distance : null;
    }

    /// <summary>
    /// Whether a text stands for a position without being its name: its first letters ("BKD"), or its name or short name with words around
    /// it ("Kepala …", "… Kabupaten Wakatobi").
    /// </summary>
    private static bool IsMeant(string position, string text, PostAliases aliases)
    {
        var (key, written) = (Spelling.Key(position), Spelling.Key(text));
        var letters = string.Concat(
            key.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("DAN" or "DI")).Select(word => word[0])
        );
        return written.Replace(".", string.Empty, StringComparison.Ordinal) == letters
            || (key.Length > 5 && written.Contains(key, StringComparison.Ordinal))
            || aliases.Of(position).Any(alias => $" {written} ".Contains($" {Spelling.Key(alias)} ", StringComparison.Ordinal));
    }

    private static IncumbencyKind KindOf(string text) =>
        Spelling.Key(text).TrimEnd('.') switch
        {
            "" or "DEFINITIF" => IncumbencyKind.Definitive,
            "PLT" or "PELAKSANA TUGAS" => IncumbencyKind.Acting,
            "PLH" or "PELAKSANA HARIAN" => IncumbencyKind.DailyActing,
            _ => throw new RosterRefusedException($"Jenis '{text}' tidak dikenal; tulis Definitif, Plt., atau Plh."),
        };

    private static DateOnly? DateOf(string text, string column) =>
        text.Length == 0
            ? null
            : WrittenDate.Read(text)
                ?? throw new RosterRefusedException($"{column} '{text}' bukan tanggal; tulis seperti 2015-06-01 atau 1 Juni 2015.");
}
