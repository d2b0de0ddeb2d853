using KerjaBhakti.Data;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Public;

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

    /// <summary>What ended it: "Instruksi Gubernur 45/2016"; null while it is in force.</summary>
    public string? EndedBy { get; init; }

    /// <summary>The first day it is no longer in force; null while it is.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it had not ended yet on this day.</summary>
    public bool HasNotEndedOn(DateOnly day) => EndedOn is null || day < EndedOn;

    internal static PublishedSchedule Of(Schedule schedule) => new(schedule.Id, schedule.Title, schedule.Status, schedule.ToAnnex(), schedule.Instruction!)
    {
        Seal = schedule.Seal!,
        Pages = [.. schedule.Pages.OrderBy(page => page.Number)],
        EndedBy = schedule.EndedBy,
        EndedOn = schedule.EndedOn,
    };
}

/// <summary>
/// The annexes anyone may read. An issued annex never changes, so they are read from the database once and kept; what issues, amends or revokes one must
/// call <see cref="ForgetAsync"/>. So must what changes that which lies over an annex: a substitution, a Sunday, a verified report; see <see cref="PublishedDuties"/>.
/// </summary>
public sealed class PublishedSchedules(IDbContextFactory<PortalDbContext> contexts, IOutputCacheStore pages)
{
    private readonly Lock knowing = new();
    private volatile IReadOnlyList<PublishedSchedule>? known;
    private int timesForgotten;

    /// <summary>How often everything was forgotten. What was made of annexes before is out of date.</summary>
    internal int TimesForgotten => Volatile.Read(ref timesForgotten);

    /// <summary>Every annex that was ever issued, newest year first and within a year the newest Instruction first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> EverAsync(CancellationToken cancellationToken)
    {
        if (known is { } kept)
        {
            return kept;
        }

        var startedAt = TimesForgotten;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await db.Schedules.AsNoTracking()
            .Where(schedule => schedule.Seal != null)
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows)
            .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .OrderByDescending(schedule => schedule.Year)
            .ThenByDescending(schedule => schedule.Instruction!.IssuedOn)
            .ThenByDescending(schedule => schedule.Instruction!.Number)
            .ToListAsync(cancellationToken);
        IReadOnlyList<PublishedSchedule> loaded =
            [.. schedules.Select(PublishedSchedule.Of)];
        lock (knowing)
        {
            // What was read before somebody issued an annex must not be kept after.
            if (startedAt == timesForgotten)
            {
                known = loaded;
            }
        }

        return loaded;
    }

    /// <summary>Every annex in force, newest year first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await EverAsync(cancellationToken)).Where(schedule => schedule.Status == ScheduleStatus.Issued)];

    /// <summary>The annex of an Instruction, in force or not; null where there is none.</summary>
    public async ValueTask<PublishedSchedule?> OfInstructionAsync(int year, int number, CancellationToken cancellationToken) =>
        (await EverAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Instruction.Year == year && schedule.Instruction.Number == number);

    /// <summary>The annex a printed page belongs to, in force or not; null where no page has the code.</summary>
    /// <param name="code">The code without hyphens, as <see cref="PageCode.Read"/> gives it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<PublishedSchedule?> OfPageAsync(string code, CancellationToken cancellationToken) =>
        (await EverAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Pages.Any(page => page.Code == code));

    /// <summary>The annexes of a year that were amended or revoked, the last first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> EndedOfYearAsync(int year, CancellationToken cancellationToken) =>
        [.. (await EverAsync(cancellationToken)).Where(schedule => schedule.Annex.Period.Year == year && schedule.EndedOn is not null)];

    /// <summary>The annex that was in force on a day; see <see cref="InForceOn"/>.</summary>
    public async ValueTask<PublishedSchedule?> OnAsync(DateOnly day, CancellationToken cancellationToken) =>
        InForceOn(await EverAsync(cancellationToken), day);

    /// <summary>
    /// The annex of a day's year that was in force on that day. The first of a year also covers the days before it was signed, as the annex of May to December
    /// 2015 did, which was signed on 1 June.
    /// </summary>
    /// <param name="all">Every annex that was ever issued, within a year the newest Instruction first.</param>
    /// <param name="day">The day.</param>
    internal static PublishedSchedule? InForceOn(IReadOnlyList<PublishedSchedule> all, DateOnly day)
    {
        var ofYear = all.Where(schedule => schedule.Annex.Period.Year == day.Year).ToList();
        var last = ofYear.Find(schedule => schedule.Instruction.IssuedOn <= day) ?? ofYear.LastOrDefault();
        return last?.HasNotEndedOn(day) == true ? last : null;
    }

    /// <summary>The annex in force of a year; null where there is none.</summary>
    public async ValueTask<PublishedSchedule?> OfYearAsync(int year, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Annex.Period.Year == year);

    /// <summary>Reads everything anew at the next call, and drops the pages and answers that were made of it.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        lock (knowing)
        {
            timesForgotten++;
            known = null;
        }

        await pages.EvictByTagAsync(PublishedPageCache.Tag, cancellationToken);
    }
}
