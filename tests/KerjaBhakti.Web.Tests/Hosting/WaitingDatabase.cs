using System.Data.Common;
using KerjaBhakti.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>
/// A database that lets the caller go on before each answer, as one across a network does. SQLite answers at once, and so never shows what
/// a page makes of data that are not there yet.
/// </summary>
internal sealed class WaitingDatabase : DbCommandInterceptor
{
    /// <summary>How long each answer takes at least.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many commands were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Puts it between a portal and its database.</summary>
    public void AddTo(IServiceCollection services) =>
        services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(this));

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await WaitAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await WaitAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        await WaitAsync(cancellationToken);
        return result;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, cancellationToken);
        }

        Answered++;
    }
}
