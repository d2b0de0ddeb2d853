namespace KerjaBhakti.Data.Sqlite;

/// <summary>
/// Lets one process at a time make or upgrade an embedded database. A lock of the operating system on a file beside it, which ends with
/// whoever holds it, however that ends.
/// </summary>
public static class UpgradeLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The file that is locked; it stays, empty, because whoever deletes it would let two in.</summary>
    public static string FileFor(string database) => database + ".upgrade";

    /// <summary>Waits until no other process makes or upgrades the database.</summary>
    /// <param name="database">The database's file.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">Another process holds the lock for longer.</exception>
    public static async Task<IDisposable> TakeAsync(string database, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(FileFor(database), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                if (waited >= patience)
                {
                    throw new TimeoutException($"{FileFor(database)} is held by another process.", held);
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
