using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Foundation;

/// <summary>What a fault of the database means for the change it interrupted.</summary>
internal static class DatabaseFaults
{
    /// <summary>How often a change is tried that the database took back.</summary>
    public const int MostAttempts = 4;

    private const int LongestPause = 50;

    /// <summary>
    /// Whether the database took back the whole change because of another that was under way: the victim of a deadlock, a snapshot
    /// overtaken. It can be done again from the
    /// beginning. A time-out or a lost connection is none of these: the change may have been stored.
    /// </summary>
    public static bool IsRolledBack(Exception failure) =>
        InnermostOf(failure) switch
        {
            SqlException { Number: 1205 or 3960 } => true,
            SqliteException { SqliteExtendedErrorCode: 517 } => true,
            _ => false,
        };

    /// <summary>Whether a row with that key was there already.</summary>
    public static bool IsDuplicate(Exception failure) =>
        InnermostOf(failure) switch
        {
            SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } => true,
            SqlException { Number: 2601 or 2627 } => true,
            _ => false,
        };

    /// <summary>What the person is told whose change met the fault; null where it is none of the database's.</summary>
    public static string? SentenceOf(Exception failure) =>
        InnermostOf(failure) switch
        {
            SqlException { Number: 1205 or 3960 } => "Basis data sedang sangat sibuk. Tidak ada yang disimpan; coba lagi sebentar lagi.",
            SqlException { Number: 1105 or 9002 } or SqliteException { SqliteErrorCode: 13 } =>
                "Ruang penyimpanan basis data habis. Tidak ada yang disimpan; beri tahu administrator.",
            SqlException { Number: 3906 } or SqliteException { SqliteErrorCode: 8 } =>
                "Basis data hanya dapat dibaca. Tidak ada yang disimpan; beri tahu administrator.",
            SqliteException { SqliteErrorCode: 5 or 6 } =>
                "Basis data sedang dikunci program lain. Tidak ada yang disimpan; coba lagi sebentar lagi.",

            // A time-out, severity 20 and above a connection that is gone: nobody knows how far it came.
            SqlException { Number: -2 } or SqlException { Class: >= 20 } =>
                "Basis data tidak menjawab. Muat ulang halaman dan periksa apakah perubahan ini sudah tersimpan sebelum mengulanginya.",
            _ => null,
        };

    /// <summary>Lets the other go first, for a time that two do not have in common.</summary>
    public static Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(RandomNumberGenerator.GetInt32(1, LongestPause) * attempt, cancellationToken);

    private static Exception InnermostOf(Exception failure)
    {
        while (failure is not (SqlException or SqliteException) && failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
