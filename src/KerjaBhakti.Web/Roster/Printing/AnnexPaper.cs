using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Printing;

/// <summary>
/// How annexes are printed: an issued one with the codes its pages got when it was issued, anything else as RANCANGAN without codes.
/// </summary>
public sealed class AnnexPaper(PublicAddress address)
{
    /// <summary>An annex as anyone may print it.</summary>
    public AnnexPrint Of(PublishedSchedule schedule) =>
        new(schedule.Annex, schedule.Title, schedule.Instruction) { Checks = ChecksOf(schedule.Pages) };

    /// <summary>A schedule in any state as those print it who work on it: the signatory's number is whole.</summary>
    /// <param name="schedule">The schedule with its rows, Instruction and pages.</param>
    /// <param name="printedAt">The moment a draft is printed; an issued annex is the same file at every moment.</param>
    public AnnexPrint Of(Schedule schedule, DateTimeOffset? printedAt = null) =>
        new(schedule.ToAnnex(), schedule.Title, schedule.Instruction)
        {
            IsDraft = !schedule.IsSealed,
            ShowNip = true,
            PrintedAt = schedule.IsSealed ? null : printedAt,
            Checks = ChecksOf(schedule.Pages),
        };

    /// <summary>Divides an annex that was just issued into its pages.</summary>
    public static void Paginate(Schedule schedule) =>
        schedule.Paginate(AnnexPdf.PagesOf(new AnnexPrint(schedule.ToAnnex(), schedule.Title, schedule.Instruction)));

    private PageCheck[]? ChecksOf(IReadOnlyList<PrintedPage> pages) =>
        pages.Count == 0
            ? null
            :
            [
                .. pages
                    .OrderBy(page => page.Number)
                    .Select(page => new PageCheck(
                        page.FirstRow,
                        page.LastRow,
                        page.Code,
                        address.Of($"verifikasi/{PageCode.Grouped(page.Code)}")
                    )),
            ];
}
