using System.Globalization;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Documents.Roster.Recaps;

/// <summary>
/// The tables of a recap: the same columns, by Sunday, city, kind of work unit, kecamatan and row. Each figure knows the duties behind it.
/// </summary>
internal sealed class RecapTables(Recap recap, RecapPeriod period, IReadOnlyList<RecapAnnex> annexes, Gazetteer gazetteer)
{
    private static readonly (RecapMeasure Measure, double Weight)[] Shown =
    [
        (RecapMeasure.Planned, 1.3),
        (RecapMeasure.Cancelled, 1.7),
        (RecapMeasure.Upcoming, 1.2),
        (RecapMeasure.Substituted, 1.7),
        (RecapMeasure.Attended, 1.1),
        (RecapMeasure.Absent, 1.2),
        (RecapMeasure.Unreported, 1.2),
        (RecapMeasure.Late, 1.6),
        (RecapMeasure.Verified, 1.9),
    ];

    private static readonly ReportColumn[] Figures =
    [
        .. Shown.Select(item => new ReportColumn(item.Measure.ToIndonesian(), item.Weight)),
        new("Kehadiran", 1.6),
        new("Peserta", 1.3),
    ];

    private static readonly RecapSlice Whole = new RecapSlice.Whole();

    public ReportTable BySunday() =>
        Of(Served.Day, $"Menurut hari {Served.Day}", Served.Day, Whole, recap.BySunday(), part => ReportCell.Of(part.Slice.Date));

    public ReportTable ByCity() =>
        Of("Kota", $"Menurut {Served.Cities("dan")}", "Kota atau kabupaten", Whole, recap.ByCity(), part =>
            ReportCell.Of(gazetteer[part.Slice.City].ShortName)
        );

    public ReportTable ByCategory() =>
        Of("Satuan kerja", "Menurut jenis satuan kerja", "Jenis satuan kerja", Whole, recap.ByCategory(), part =>
            ReportCell.Of(part.Slice.Category?.ToIndonesian() ?? "Tanpa satuan kerja")
        );

    public ReportTable ByKecamatan() =>
        Of("Kecamatan", "Menurut kecamatan", "Kecamatan", Whole, recap.ByKecamatan(), part =>
            ReportCell.Of(
                part.Slice.Kecamatan is { } code
                    ? $"{gazetteer[code].Name}, {gazetteer[code.City].ShortName}"
                    : "Baris wilayah (satu kota atau kabupaten)"
            )
        );

    /// <summary>A table for each annex: the rows of two annexes are not the same rows.</summary>
    public IEnumerable<ReportTable> ByRow() =>
        recap
            .ByRow()
            .GroupBy(part => part.Slice.ScheduleId)
            .Select(rows =>
            {
                var reference = annexes.Single(annex => annex.ScheduleId == rows.Key).Instruction;
                return Of(
                    annexes.Count == 1
                        ? "Jabatan"
                        : string.Create(CultureInfo.InvariantCulture, $"Jabatan {reference.Number}-{reference.Year}"),
                    $"Menurut jabatan, Lampiran {Served.Instrument} Nomor {reference.Number} Tahun {reference.Year}",
                    "Jabatan/SKPD/UKPD",
                    new RecapSlice.OfAnnex(rows.Key),
                    [.. rows],
                    part =>
                        ReportCell.Of(string.Create(CultureInfo.InvariantCulture, $"{part.Slice.Row}. {part.First.Duty.Duty.Row.Label}"))
                );
            });

    /// <summary>Every duty, for whoever counts again.</summary>
    public ReportTable Duties() =>
        new(
            "Rincian",
            "Setiap tugas dengan laporannya",
            [
                new(Served.Day, 2, IsFigure: false),
                new("Baris", 0.8),
                new("Jabatan/SKPD/UKPD", 4, IsFigure: false),
                new("Tempat", 3.2, IsFigure: false),
                new("Digantikan oleh", 3.2, IsFigure: false),
                new("Keadaan", 1.6, IsFigure: false),
                new("Laporan", 2, IsFigure: false),
                new("Peserta", 1.2),
            ],
            [
                .. recap.Entries.Select(entry => new ReportRow([
                    ReportCell.Of(entry.Duty.Date),
                    ReportCell.Of(entry.Duty.Row),
                    ReportCell.Of(entry.Duty.Duty.Row.Label),
                    ReportCell.Of(gazetteer.PlaceOf(entry.Duty)),
                    ReportCell.Of(entry.Duty is { IsSubstituted: true, Turn: { } turn } ? turn.Substitute : string.Empty),
                    ReportCell.Of(entry.Outcome.ToIndonesian()),
                    ReportCell.Of(
                        entry.Report is { } report
                            ? report.Status.ToIndonesian() + (report.IsLate ? ", terlambat" : string.Empty)
                            : string.Empty
                    ),
                    entry is { Outcome: RecapMeasure.Attended, Report.People: { } people }
                        ? ReportCell.Of(people)
                        : ReportCell.Of(string.Empty),
                ])),
            ],
            string.Empty
        );

    /// <summary>What the reader must know to read the figures.</summary>
    public static IEnumerable<string> Notes(DateOnly asOf)
    {
        yield return $"Keadaan {IndonesianDate.InWords(asOf)}. Setiap tugas yang direncanakan dihitung tepat satu kali: ditiadakan, belum tiba, hadir, tidak hadir, atau belum lapor.";
        yield return "Digantikan, terlambat, dan terverifikasi adalah bagian dari angka-angka itu. Laporan yang masih ditulis atau sedang dikembalikan belum dihitung.";
        yield return "Kehadiran adalah hadir dibagi jumlah hadir, tidak hadir, dan belum lapor.";
    }

    private ReportTable Of<TSlice>(
        string name,
        string caption,
        string heading,
        RecapSlice whole,
        IReadOnlyList<RecapPart<TSlice>> parts,
        Func<RecapPart<TSlice>, ReportCell> nameOf
    )
        where TSlice : RecapSlice =>
        new(
            name,
            caption,
            [new ReportColumn(heading, 4.5, IsFigure: false), .. Figures],
            [
                .. parts.Select(part => new ReportRow([nameOf(part), .. CellsOf(part.Count, part.Slice)])),
                new ReportRow(
                    [ReportCell.Of("Jumlah"), .. CellsOf(new RecapCount(recap.Entries.Where(whole.Holds)), whole)],
                    IsTotal: true
                ),
            ],
            string.Empty
        );

    private IEnumerable<ReportCell> CellsOf(RecapCount count, RecapSlice slice) =>
        [
            .. Shown.Select(item =>
                ReportCell.Of(count[item.Measure], count[item.Measure] == 0 ? null : new DutyEntries(period, slice, item.Measure))
            ),
            ReportCell.OfPerMille(count.AttendedPerMille),
            ReportCell.Of(count.People),
        ];
}
