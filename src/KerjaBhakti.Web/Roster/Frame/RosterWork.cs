using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Frame;

/// <summary>How the services around issued annexes read and write: officials, Sundays, substitutions, reports, calendars.</summary>
public sealed class RosterWork(IDbContextFactory<PortalDbContext> contexts, PortalClock clock) : PortalWork<RosterStep>(contexts)
{
    /// <summary>Refuses where a thing is not any more as the page showed it.</summary>
    /// <param name="seen">The revision the page showed.</param>
    /// <param name="now">The revision it has.</param>
    /// <exception cref="RosterRefusedException">Somebody changed it meanwhile.</exception>
    public static void RequireSeen(int seen, int now)
    {
        if (seen != now)
        {
            throw new RosterRefusedException(Overtaken);
        }
    }

    /// <inheritdoc/>
    protected override RosterStep Begin(PortalDbContext db, Actor actor, CancellationToken cancellationToken) => new(db, actor, clock);

    /// <inheritdoc/>
    protected override Exception Refusal(string problem) => new RosterRefusedException(problem);
}

/// <summary>One change while it is made: its context, who makes it and when.</summary>
public sealed class RosterStep
{
    private readonly Actor actor;

    internal RosterStep(PortalDbContext db, Actor actor, PortalClock clock)
    {
        Db = db;
        this.actor = actor;
        By = new Person(actor.Id, actor.Name);
        At = clock.Now;
        Today = DateOnly.FromDateTime(At.DateTime);
    }

    /// <summary>The context, inside the transaction. It is saved when the work has returned.</summary>
    public PortalDbContext Db { get; }

    /// <summary>Who does it.</summary>
    public Person By { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The local date.</summary>
    public DateOnly Today { get; }

    /// <summary>Adds an audit entry.</summary>
    /// <param name="action">What was done: one of <see cref="DutyActions"/>.</param>
    /// <param name="subject">The key of what was changed.</param>
    /// <param name="caption">What it is called, as the sentence goes on.</param>
    /// <param name="before">What it was; empty where it is new.</param>
    /// <param name="after">What it is now.</param>
    public void Note(AuditAction action, string subject, string caption, string before = "", string after = "") =>
        Db.AuditEntries.Add(new AuditEntry(actor, At, action, subject, caption) { Before = before, After = after });

    /// <summary>Adds an audit entry about a cell of a schedule.</summary>
    /// <param name="action">What was done: one of <see cref="RosterActions"/>.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="cell">The row, and the month; null for the row's label.</param>
    /// <param name="label">What the row is called.</param>
    /// <param name="after">What stands there now; empty where nothing does.</param>
    public void NoteCell(AuditAction action, Guid schedule, (Guid Row, RosterMonth? Month) cell, string label, string after = "") =>
        Db.AuditEntries.Add(
            new AuditEntry(actor, At, action, schedule.ToString(), label)
            {
                Part = cell.Row.ToString(),
                Field = cell.Month?.ToString(),
                After = after,
            }
        );
}
