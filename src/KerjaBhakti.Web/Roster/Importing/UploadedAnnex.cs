using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Tables;
using Microsoft.AspNetCore.Components.Forms;

namespace KerjaBhakti.Web.Roster.Importing;

/// <summary>A file somebody uploaded, in memory only, for as long as its page is open.</summary>
internal sealed class UploadedAnnex(string name, byte[] bytes)
{
    /// <summary>The file's name on its owner's computer.</summary>
    public string Name => name;

    /// <summary>Receives a file.</summary>
    /// <param name="file">What the browser offers.</param>
    /// <param name="onProgress">Told how much has arrived, in percent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TableUnreadableException">It is too large, which is told before a byte is sent.</exception>
    public static async Task<UploadedAnnex> ReceiveAsync(IBrowserFile file, Func<int, Task> onProgress, CancellationToken cancellationToken)
    {
        if (file.Size > AnnexReader.MostBytes)
        {
            throw new TableUnreadableException(
                $"Berkas {file.Name} lebih besar dari 10 MB; hapus gambar dan lembar lain lalu simpan ulang."
            );
        }

        var bytes = new byte[file.Size];
        await using var stream = file.OpenReadStream(AnnexReader.MostBytes, cancellationToken);
        for (var (at, count) = (0, -1); at < bytes.Length && count != 0; at += count)
        {
            count = await stream.ReadAsync(bytes.AsMemory(at), cancellationToken);
            await onProgress((int)(100L * (at + count) / bytes.Length));
        }

        return new UploadedAnnex(file.Name, bytes);
    }

    /// <summary>Reads the file, away from the thread that answers the browser.</summary>
    /// <exception cref="TableUnreadableException">It is no annex.</exception>
    public Task<AnnexFile> ReadAsync(
        Gazetteer gazetteer,
        int defaultYear,
        AnnexColumns? columns,
        string? sheet,
        CancellationToken cancellationToken
    ) =>
        TableTurn.RunAsync(
            () =>
                AnnexReader.Read(
                    new MemoryStream(bytes, writable: false),
                    name,
                    gazetteer,
                    year: null,
                    defaultYear,
                    columns,
                    sheet,
                    cancellationToken
                ),
            cancellationToken
        );

    /// <summary>The file's first rows, for its owner to say which columns are which.</summary>
    /// <exception cref="TableUnreadableException">It is no table.</exception>
    public Task<IReadOnlyList<SheetOutline>> OutlineAsync(CancellationToken cancellationToken) =>
        TableTurn.RunAsync(() => AnnexReader.Outline(new MemoryStream(bytes, writable: false)), cancellationToken);

    /// <summary>The table of a file, its first month in the year a new draft shall have.</summary>
    public static ImportSource SourceOf(AnnexFile file, int year) =>
        new(
            file.Annex with
            {
                Period = new RosterPeriod(
                    new RosterMonth(year, file.Annex.Period.First.Month),
                    new RosterMonth(year + (file.Annex.Period.CrossesTheYear ? 1 : 0), file.Annex.Period.Last.Month)
                ),
            },
            file.FileRows
        )
        {
            Doubts = file.Doubts,
        };
}
