using KerjaBhakti.Data;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>An annex that was issued, with its Instruction.</summary>
/// <param name="Id">The schedule's key.</param>
/// <param name="Title">The title over the table.</param>
/// <param name="Status">Issued, amended or revoked.</param>
/// <param name="Annex">The content as printed.</param>
/// <param name="Instruction">The Instruction.</param>
public sealed record PublishedSchedule(Guid Id, string Title, ScheduleStatus Status, Annex Annex, Instruction Instruction)
{
    /// <summary>The seal over the content; see <see cref="ContentSeal"/>.</summary>
    public required string Seal { get; init; }

    /// <summary>The pages it is printed on, in order.</summary>
    public required IReadOnlyList<PrintedPage> Pages { get; init; }

    /// <summary>Whether the reasons for its warnings are printed behind it.</summary>
    public bool PrintsReasons { get; init; }

    /// <summary>What ended it: "Instruksi Gubernur 45/2016"; null while it is in force.</summary>
    public string? EndedBy { get; init; }

    /// <summary>The first day it is no longer in force, which may be one to come; null while nothing ends it.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it is signed and takes effect on a day after this one.</summary>
    public bool IsToCome(DateOnly today) => today < Instruction.EffectiveOn && Instruction.EffectiveOn > Instruction.IssuedOn;

    /// <summary>Whether it is no longer in force on a day.</summary>
    public bool IsOver(DateOnly today) => EndedOn <= today;

    /// <summary>What it amends; null where it amends none.</summary>
    public AmendedInstruction? Amends { get; init; }

    /// <summary>The Instruction whose annex took the place of this one; null where none did.</summary>
    public InstructionCitation? AmendedBy { get; init; }

    /// <summary>Every schedule of a list with what it amends and what amended it. The list holds all that were ever issued.</summary>
    internal static IReadOnlyList<PublishedSchedule> Related(IReadOnlyList<Schedule> schedules)
    {
        var byId = schedules.ToDictionary(schedule => schedule.Id);
        var amendedBy = schedules.Where(schedule => schedule.AmendsId is not null).ToDictionary(schedule => schedule.AmendsId!.Value);
        return
        [
            .. schedules.Select(schedule =>
                Of(schedule) with
                {
                    Amends = schedule.AmendsId is null ? null : AmendedInstruction.Of(ChainBefore(schedule)),
                    AmendedBy = amendedBy.TryGetValue(schedule.Id, out var later) ? InstructionCitation.Of(later.Instruction!) : null,
                }
            ),
        ];

        IReadOnlyList<Instruction> ChainBefore(Schedule schedule)
        {
            var chain = new Stack<Instruction>();
            for (var before = schedule.AmendsId; before is { } id; before = byId[id].AmendsId)
            {
                chain.Push(byId[id].Instruction!);
            }

            return [.. chain];
        }
    }

    internal static PublishedSchedule Of(Schedule schedule) =>
        new(schedule.Id, schedule.Title, schedule.Status, schedule.ToAnnex(), schedule.Instruction!)
        {
            Seal = schedule.Seal!,
            Pages = [.. schedule.Pages.OrderBy(page => page.Number)],
            PrintsReasons = schedule.PrintsReasons,
            EndedBy = schedule.EndedBy,
            EndedOn = schedule.EndedOn,
        };
}

/// <summary>
/// The annexes as pages show them: read from the database once and kept while <see cref="PublicationStamp"/> says the same. A rule does not
/// ask here but
/// <see cref="AnnexesInForce"/>, in the transaction it decides in. Whoever has changed what is published calls <see cref="ForgetAsync"/>,
/// so that it is seen at once where it was done; other servers see it with the stamp.
/// </summary>
public sealed class PublishedSchedules(
    IDbContextFactory<PortalDbContext> contexts,
    PublicationStamp stamp,
    IOutputCacheStore pages,
    PortalClock clock
)
{
    private volatile KnownSchedules? known;

    /// <summary>Every annex that was ever issued, newest year first and within a year the newest Instruction first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> EverAsync(CancellationToken cancellationToken)
    {
        // Taken before reading: what changes meanwhile is read anew the next time.
        var version = await stamp.ReadAsync(cancellationToken);
        if (known is { } kept && kept.Version == version)
        {
            return kept.Schedules;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await db
            .Schedules.AsNoTracking()
            .Where(schedule => schedule.Seal != null)
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .OrderByDescending(schedule => schedule.Year)
            .ThenByDescending(schedule => schedule.Instruction!.EffectiveOn)
            .ThenByDescending(schedule => schedule.Instruction!.IssuedOn)
            .ThenByDescending(schedule => schedule.Instruction!.Number)
            .ToListAsync(cancellationToken);
        var loaded = PublishedSchedule.Related(schedules);
        known = new KnownSchedules(version, loaded);
        return loaded;
    }

    /// <summary>The annex of every year that has one; see <see cref="OfYearAsync"/>. Newest year first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> AllAsync(CancellationToken cancellationToken)
    {
        var ever = await EverAsync(cancellationToken);
        var inForce = AnnexesInForce.Of(ever);
        return [.. ever.Where(schedule => inForce.OfYear(schedule.Annex.Period.Year, clock.Today) == schedule.Id)];
    }

    /// <summary>The annex of an Instruction, in force or not; null where there is none.</summary>
    public async ValueTask<PublishedSchedule?> OfInstructionAsync(int year, int number, CancellationToken cancellationToken) =>
        (await EverAsync(cancellationToken)).FirstOrDefault(schedule =>
            schedule.Instruction.Year == year && schedule.Instruction.Number == number
        );

    /// <summary>The annex a printed page belongs to, in force or not; null where no page has the code.</summary>
    /// <param name="code">The code without hyphens, as <see cref="PageCode.Read"/> gives it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<PublishedSchedule?> OfPageAsync(string code, CancellationToken cancellationToken) =>
        (await EverAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Pages.Any(page => page.Code == code));

    /// <summary>The annexes of a year that were amended or revoked, the last first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> EndedOfYearAsync(int year, CancellationToken cancellationToken) =>
        [.. (await EverAsync(cancellationToken)).Where(schedule => schedule.Annex.Period.Year == year && schedule.IsOver(clock.Today))];

    /// <summary>The annexes of a year that are signed and take effect on a day to come, the last first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> ToComeOfYearAsync(int year, CancellationToken cancellationToken) =>
        [.. (await EverAsync(cancellationToken)).Where(schedule => schedule.Annex.Period.Year == year && schedule.IsToCome(clock.Today))];

    /// <summary>The annex that was in force on a day; see <see cref="AnnexesInForce.On"/>.</summary>
    public async ValueTask<PublishedSchedule?> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var ever = await EverAsync(cancellationToken);
        return AnnexesInForce.Of(ever).On(day) is { } inForce ? ever.First(schedule => schedule.Id == inForce) : null;
    }

    /// <summary>
    /// The annex of a year that counts today, see <see cref="AnnexesInForce.OfYear"/>; null where there is none. An amendment that takes
    /// effect later does not count yet.
    /// </summary>
    public async ValueTask<PublishedSchedule?> OfYearAsync(int year, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Annex.Period.Year == year);

    /// <summary>
    /// The annex a month goes by: that of its first Sunday still to come, or of its last where all are over; null where there is none.
    /// </summary>
    public ValueTask<PublishedSchedule?> OfMonthAsync(RosterMonth month, CancellationToken cancellationToken)
    {
        var sundays = month.Sundays().ToList();
        var next = sundays.FindIndex(sunday => sunday >= clock.Today);
        return OnAsync(sundays[next < 0 ? ^1 : next], cancellationToken);
    }

    /// <summary>Reads everything anew at the next call, and drops the pages and answers that were made of it.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        stamp.Forget();
        await pages.EvictByTagAsync(PublishedPageCache.Tag, cancellationToken);
    }

    private sealed record KnownSchedules(long Version, IReadOnlyList<PublishedSchedule> Schedules);
}
