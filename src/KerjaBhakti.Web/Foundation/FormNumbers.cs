using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Forms;
using KerjaBhakti.Data.Wakatobi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// A form that is sent twice is stored once. Its page gives it a number (<c>FormNumber</c>); the first change that is saved while it is
/// answered takes the number into its own transaction, and finds it there the second time. Whoever sent it twice is led where the first
/// sending led.
/// </summary>
/// <param name="requests">Which form is being answered.</param>
/// <param name="time">The time.</param>
public sealed class FormNumbers(IHttpContextAccessor requests, TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "_nomor";

    // Written while a form is answered although it has changed nothing yet.
    private static readonly string[] Aside = [PortalActions.AccessRefused.Code, FundActions.FeesSeen.Code];

    private static readonly object Taken = new();

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            eventData.Context is PortalDbContext db
            && requests.HttpContext is { } http
            && NumberOf(http.Request) is { } number
            && !http.Items.ContainsKey(Taken)
            && db.ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State == EntityState.Added && !Aside.Contains(entry.Entity.Action))
        )
        {
            // Whoever adds to the audit trail waits here for the one before, so this sees what another server has stored.
            if (await db.SentForms.AsNoTracking().FirstOrDefaultAsync(form => form.Id == number, cancellationToken) is { } before)
            {
                throw new FormSentBeforeException(before.Location);
            }

            db.SentForms.Add(new SentForm(number, time.GetUtcNow()));
            http.Items[Taken] = number;
        }

        return result;
    }

    /// <inheritdoc/>
    /// <remarks>A change that the database took back is tried again as a whole, and takes its number again.</remarks>
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        requests.HttpContext?.Items.Remove(Taken);
        return Task.CompletedTask;
    }

    /// <summary>Answers a form, and leads whoever sent it before where that led.</summary>
    internal static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (FormSentBeforeException before)
        {
            context.Response.Clear();
            context.Response.Redirect(before.Location ?? context.Request.PathBase + context.Request.Path + context.Request.QueryString);
            return;
        }

        if (
            context.Items.TryGetValue(Taken, out var taken)
            && context.Response.Headers.Location.ToString() is { Length: > 0 and <= SentForm.LocationLength } location
        )
        {
            await using var db = await context
                .RequestServices.GetRequiredService<IDbContextFactory<PortalDbContext>>()
                .CreateDbContextAsync();
            await db
                .SentForms.Where(form => form.Id == (Guid)taken!)
                .ExecuteUpdateAsync(set => set.SetProperty(form => form.Location, location));
        }
    }

    private static Guid? NumberOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParse(request.Form[Field], out var number)
            ? number
            : null;
}

/// <summary>The form was stored before.</summary>
/// <param name="location">Where its sender was led then; null where that is not known.</param>
public sealed class FormSentBeforeException(string? location) : Exception("The form was stored before.")
{
    /// <summary>Where its sender was led then.</summary>
    public string? Location { get; } = location;
}
