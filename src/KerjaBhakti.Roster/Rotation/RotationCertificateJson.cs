using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// A certificate as JSON, and back. Rows are counted from one, region rows included, as an annex prints them; months are written
/// <c>2015-05</c>, kecamatan as codes.
/// </summary>
public static class RotationCertificateJson
{
    private const string FormName = "kerjabhakti-rotation-1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes a certificate in UTF-8.</summary>
    public static byte[] Write(RotationCertificate certificate) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Document(
                FormName,
                certificate.Way.ToString(),
                certificate.Seed,
                certificate.Period.First.ToString(),
                certificate.Period.Last.ToString(),
                certificate.InputHash,
                certificate.ResultHash,
                [.. certificate.Months.Select(month => new Month(month.Month.ToString(), month.Rows, month.Smallest, month.Largest))],
                new Range(certificate.SmallestTotal, certificate.LargestTotal),
                certificate.Repeats,
                certificate.EarlierAgain,
                [.. certificate.Rows.Select(row => new Row(row.Row + 1, row.Cities))],
                [.. certificate.PairsMeetingAgain.Select(pair => new Pair(pair.First + 1, pair.Second + 1, pair.Times))],
                certificate.CoverageBound,
                certificate.LowerBound,
                certificate.IsProvenFewest,
                [
                    .. certificate.Changes.Select(change => new Change(
                        change.Cell.Row + 1,
                        change.Cell.Month.ToString(),
                        change.Before,
                        change.After
                    )),
                ],
                new Conditions(
                    [.. certificate.Limits.LeftOut.Order().Select(code => code.ToString())],
                    Cells(certificate.Limits.Locked),
                    [
                        .. certificate
                            .Limits.Never.OrderBy(never => never.Row)
                            .ThenBy(never => never.Kecamatan)
                            .Select(never => new Never(never.Row + 1, never.Kecamatan.ToString())),
                    ],
                    Cells(certificate.Limits.OffDuty),
                    certificate.Scope is null ? null : Cells(certificate.Scope),
                    [.. certificate.Earlier.Select(codes => codes.Select(code => code.ToString()).ToList())]
                )
            ),
            Options
        );

    /// <summary>Reads a certificate. What it claims is not checked here but by <see cref="CertificateCheck"/>.</summary>
    /// <exception cref="RosterRefusedException">The bytes are no certificate.</exception>
    public static RotationCertificate Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var document = JsonSerializer.Deserialize<Document>(utf8, Options);
            return document is { Form: FormName }
                ? Of(document)
                : throw new RosterRefusedException($"Berkas ini bukan sertifikat pembagian ({FormName}).");
        }
        catch (Exception failure) when (failure is JsonException or FormatException or ArgumentException or OverflowException)
        {
            throw new RosterRefusedException($"Berkas ini bukan sertifikat pembagian: {failure.Message}");
        }
    }

    private static RotationCertificate Of(Document document) =>
        new()
        {
            Way =
                Enum.TryParse<RotationWay>(document.Way, out var way) && Enum.IsDefined(way)
                    ? way
                    : throw new FormatException($"'{document.Way}'"),
            Seed = document.Seed,
            Period = new RosterPeriod(RosterMonth.Parse(document.First), RosterMonth.Parse(document.Last)),
            InputHash = document.InputHash,
            ResultHash = document.ResultHash,
            Months =
            [
                .. Whole(document.Months)
                    .Select(month => new CertifiedMonth(RosterMonth.Parse(month.At), month.Rows, month.Smallest, month.Largest)),
            ],
            SmallestTotal = document.Totals.Smallest,
            LargestTotal = document.Totals.Largest,
            Repeats = document.Repeats,
            EarlierAgain = document.EarlierAgain,
            Rows = [.. Whole(document.Rows).Select(row => new CertifiedRow(row.At - 1, row.Cities))],
            PairsMeetingAgain =
            [
                .. Whole(document.PairsMeetingAgain).Select(pair => new CertifiedPair(pair.First - 1, pair.Second - 1, pair.Times)),
            ],
            CoverageBound = document.CoverageBound,
            LowerBound = document.LowerBound,
            Changes =
            [
                .. Whole(document.Changes)
                    .Select(change => new CertifiedChange(
                        new RosterCell(change.Row - 1, RosterMonth.Parse(change.Month)),
                        change.Before,
                        change.After
                    )),
            ],
            Limits = new RotationLimits
            {
                LeftOut = Whole(document.Conditions.LeftOut).Select(KecamatanCode.Parse).ToHashSet(),
                Locked = Cells(document.Conditions.Locked),
                Never = Whole(document.Conditions.Never)
                    .Select(never => new Exclusion(never.Row - 1, KecamatanCode.Parse(never.Kecamatan)))
                    .ToHashSet(),
                OffDuty = Cells(document.Conditions.OffDuty),
            },
            Scope = document.Conditions.Scope is { } scope ? Cells(scope) : null,
            Earlier = [.. Whole(document.Conditions.Earlier).Select(codes => Whole(codes).Select(KecamatanCode.Parse).ToList())],
        };

    // The reader refuses a missing member, but takes null as an element.
    private static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> list) =>
        list.Any(item => item is null) ? throw new JsonException("null") : list;

    private static List<Cell> Cells(IEnumerable<RosterCell> cells) =>
        [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Month).Select(cell => new Cell(cell.Row + 1, cell.Month.ToString()))];

    private static HashSet<RosterCell> Cells(IReadOnlyList<Cell> cells) =>
        [.. Whole(cells).Select(cell => new RosterCell(cell.Row - 1, RosterMonth.Parse(cell.Month)))];

    private sealed record Document(
        string Form,
        string Way,
        int Seed,
        string First,
        string Last,
        string InputHash,
        string ResultHash,
        IReadOnlyList<Month> Months,
        Range Totals,
        int Repeats,
        int EarlierAgain,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<Pair> PairsMeetingAgain,
        int CoverageBound,
        int LowerBound,
        bool IsProvenFewest,
        IReadOnlyList<Change> Changes,
        Conditions Conditions
    );

    private sealed record Month([property: JsonPropertyName("month")] string At, int Rows, int Smallest, int Largest);

    private sealed record Range(int Smallest, int Largest);

    private sealed record Row([property: JsonPropertyName("row")] int At, int Cities);

    private sealed record Pair(int First, int Second, int Times);

    private sealed record Change(int Row, string Month, string Before, string After);

    private sealed record Cell(int Row, string Month);

    private sealed record Never(int Row, string Kecamatan);

    private sealed record Conditions(
        IReadOnlyList<string> LeftOut,
        IReadOnlyList<Cell> Locked,
        IReadOnlyList<Never> Never,
        IReadOnlyList<Cell> OffDuty,
        IReadOnlyList<Cell>? Scope,
        IReadOnlyList<IReadOnlyList<string>> Earlier
    );
}
