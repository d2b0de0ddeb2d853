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
public sealed record OfficialRow(int Line, string Code, string Position, string Unit, string Name, string Nip, string Kind, string From, string To);

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
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The verdicts, in the order of the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">Every position with its work unit.</param>
    /// <param name="copy">The register; it is changed, so it must be none that is going to be stored.</param>
    /// <param name="today">The date in Jakarta.</param>
    public static IReadOnlyList<OfficialLine> Judge(IReadOnlyList<OfficialRow> rows, IReadOnlyList<Position> positions, OfficialsBook copy, DateOnly today)
    {
        // One after the other in time, so that a list may hold a position's whole history.
        var lines = rows.Select(row => Read(row, positions)).ToList();
        foreach (var index in InTime(lines))
        {
            lines[index] = Appoint(lines[index], positions, copy, today);
        }

        return lines;
    }

    /// <summary>The places of the lines that can be appointed, the earliest first.</summary>
    public static IEnumerable<int> InTime(IReadOnlyList<OfficialLine> lines) =>
        lines.Index().Where(pair => pair.Item.Term is not null).OrderBy(pair => pair.Item.Term!.From).ThenBy(pair => pair.Index).Select(pair => pair.Index);

    private static OfficialLine Read(OfficialRow row, IReadOnlyList<Position> positions)
    {
        try
        {
            var position = Find(row, positions);
            return new OfficialLine(row, OfficialVerdict.New, string.Empty)
            {
                Position = position,
                Term = new Term(
                    KindOf(row.Kind),
                    DateOf(row.From, "Mulai") ?? throw new RosterRefusedException("Mulai wajib diisi."),
                    DateOf(row.To, "Selesai")),
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
            var present = history.All.FirstOrDefault(item => item.OfficialId == known?.Id && item.Kind == term.Kind && item.Covers(term.From));
            if (present is not null)
            {
                return term.To is null || term.To == present.To
                    ? line with { Verdict = OfficialVerdict.Same, Sentence = "Sama dengan yang tercatat." }
                    : line with { Verdict = OfficialVerdict.Error, Sentence = "Sudah tercatat dengan hari terakhir yang lain; ubah masa jabatannya di halaman jabatan itu." };
            }

            var before = history.On(term.From);
            var appointed = copy.Appoint(position.Id, row.Name, row.Nip, term);
            return line with
            {
                Verdict = before is null ? OfficialVerdict.New : OfficialVerdict.Change,
                Sentence = before is null
                    ? $"Baru: {appointed.Prefix}{position.Name} mulai {Wording.Date(term.From)}."
                    : $"{(term.Kind == IncumbencyKind.Definitive || before.Kind != IncumbencyKind.Definitive ? "Menggantikan" : "Bertindak untuk")} {copy.HolderOf(before).Name} mulai {Wording.Date(term.From)}.",
                Warnings = [.. Nip.Warnings(copy.HolderOf(appointed).Nip, today), .. Question(copy.PositionsOfNamesakes(copy.HolderOf(appointed)), positions)],
            };
        }
        catch (RosterRefusedException refusal)
        {
            return line with { Verdict = OfficialVerdict.Error, Sentence = refusal.Message };
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

    private static Position Find(OfficialRow row, IReadOnlyList<Position> positions)
    {
        var named = positions.Where(position => Spelling.Key(position.Name) == Spelling.Key(row.Position)).ToList();
        var found = named
            .Where(position => row.Unit.Length == 0 || Spelling.Key(position.WorkUnit.Name) == Spelling.Key(row.Unit))
            .Where(position => row.Code.Length == 0 || CodeOf(position) == row.Code)
            .ToList();
        return found switch
        {
            [var only] => only,
            [] when row.Position.Length == 0 => throw new RosterRefusedException("Jabatan wajib diisi."),
            [] when named.Count > 0 => throw new RosterRefusedException(
                $"Jabatan itu ada pada {string.Join(", ", named.Select(position => $"{position.WorkUnit.Name} (kode {CodeOf(position)})"))}; periksa kolom SKPD/UKPD dan Kode."),
            [] => throw new RosterRefusedException($"Jabatan '{row.Position}' tidak dikenal. Yang mendekati: {string.Join("; ", Nearest(row.Position, positions))}."),
            _ => throw new RosterRefusedException($"Ada {found.Count} jabatan dengan nama itu; isi kolom Kode dengan {string.Join(" atau ", found.Select(CodeOf))}."),
        };
    }

    private static string CodeOf(Position position) => position.Id.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Nearest(string name, IReadOnlyList<Position> positions) => positions
        .Select(position => position.Name)
        .Distinct()
        .OrderBy(known => Spelling.Distance(Spelling.Key(known), Spelling.Key(name), Math.Max(known.Length, name.Length)))
        .Take(MostNearest);

    private static IncumbencyKind KindOf(string text) => Spelling.Key(text).TrimEnd('.') switch
    {
        "" or "DEFINITIF" => IncumbencyKind.Definitive,
        "PLT" => IncumbencyKind.Acting,
        "PLH" => IncumbencyKind.DailyActing,
        _ => throw new RosterRefusedException($"Jenis '{text}' tidak dikenal; tulis Definitif, Plt., atau Plh."),
    };

    private static DateOnly? DateOf(string text, string column)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return text.Split(' ') is [var day, var name, var year]
            && Enumerable.Range(1, 12).FirstOrDefault(month => Spelling.Key(new RosterMonth(2015, month).Name) == Spelling.Key(name)) is > 0 and var number
            && DateOnly.TryParseExact($"{day}/{number}/{year}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? date
            : throw new RosterRefusedException($"{column} '{text}' bukan tanggal; tulis seperti 2015-06-01 atau 1 Juni 2015.");
    }
}
