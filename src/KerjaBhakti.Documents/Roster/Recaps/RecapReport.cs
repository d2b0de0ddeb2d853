using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Documents.Roster.Recaps;

/// <summary>An annex that was in force in a period, and the Instruction it belongs to.</summary>
public sealed record RecapAnnex(Guid ScheduleId, Instruction Instruction);

/// <summary>
/// The recap of a period with the letter by which it goes to the head of government through the Regional Secretary (diktum KETIGA).
/// </summary>
public sealed record RecapReport : PrintedReport
{
    private const string Subject = "Pelaksanaan kerja bhakti";

    private readonly Instruction? instruction;

    private RecapReport(Recap recap, RecapPeriod period, Instruction? instruction)
    {
        this.instruction = instruction;
        Recap = recap;
        Period = period;
    }

    /// <summary>What is counted.</summary>
    public Recap Recap { get; }

    /// <summary>The days it covers.</summary>
    public RecapPeriod Period { get; }

    /// <inheritdoc/>
    public override string Title => "Rekapitulasi pelaksanaan kerja bhakti";

    /// <inheritdoc/>
    public override string FullTitle => $"{Title} {Period.ToIndonesian()}";

    /// <inheritdoc/>
    public override string Institution => AuthorityName.InstitutionOf(Authority);

    /// <inheritdoc/>
    public override string Subtitle =>
        instruction is null
            ? $"Periode {Period.ToIndonesian()}"
            : $"Diktum KETIGA {Served.Instrument} Nomor {instruction.Number} Tahun {instruction.Year}, periode {Period.ToIndonesian()}";

    /// <inheritdoc/>
    public override string Place => Blanks.Or(instruction?.Place, Blanks.Line);

    /// <inheritdoc/>
    public override string Office => string.Empty;

    /// <inheritdoc/>
    public override string? Nothing =>
        Recap.Entries.Count == 0 ? $"Tidak ada hari {Served.Day} bertugas dalam periode {Period.ToIndonesian()}." : null;

    private string Authority => Blanks.Or(instruction?.Authority, Blanks.HeadOffice(Period.Last));

    /// <summary>A recap as it stands on a day.</summary>
    /// <param name="recap">What is counted.</param>
    /// <param name="period">The days it covers.</param>
    /// <param name="annexes">The annexes that were in force in it, the latest last.</param>
    /// <param name="gazetteer">The names of kecamatan and cities.</param>
    /// <param name="asOf">The day.</param>
    public static RecapReport Of(Recap recap, RecapPeriod period, IReadOnlyList<RecapAnnex> annexes, Gazetteer gazetteer, DateOnly asOf)
    {
        var tables = new RecapTables(recap, period, annexes, gazetteer);
        var report = new RecapReport(recap, period, annexes.Count == 0 ? null : annexes[^1].Instruction)
        {
            Notes = [.. RecapTables.Notes(asOf)],
            Tables = [tables.BySunday(), tables.ByCity(), tables.ByCategory(), tables.ByKecamatan(), .. tables.ByRow()],
            Lists = [tables.Duties()],
        };
        return report with
        {
            Letter = new ReportLetter(
                $"Laporan pelaksanaan kerja bhakti periode {period.ToIndonesian()}",
                [$"Kepada Yth. {report.Authority}", $"melalui {Served.Institution.Secretary}", $"di {report.Place}"],
                [.. GovernorLetter.Of(recap, period, [.. annexes.Select(annex => annex.Instruction)], gazetteer)],
                Subject
            )
            {
                Letterhead = [report.Institution.ToUpperInvariant()],
            },
        };
    }
}
