namespace KerjaBhakti.Web.Tables;

/// <summary>
/// Files with tables are read a few at a time: each costs little, but a crowd of the largest ones would take the memory and the processors
/// from everybody who only reads pages.
/// </summary>
internal static class TableTurn
{
    private static readonly SemaphoreSlim Turns = new(2);

    /// <summary>Waits for a turn and reads, away from the thread that answers the browser.</summary>
    public static async Task<T> RunAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(read, cancellationToken);
        }
        finally
        {
            Turns.Release();
        }
    }
}
