using KerjaBhakti.Documents.Tables;

namespace KerjaBhakti.Web.Tables;

/// <summary>
/// A file with a table that was uploaded, and what its owner said of it: a form carries both along, because a browser sends a file only
/// once.
/// </summary>
public sealed class KeptTable
{
    /// <summary>The file in base 64; null where none was uploaded yet.</summary>
    public string? Content { get; set; }

    /// <summary>The sheet that was chosen.</summary>
    public string? Sheet { get; set; }

    /// <summary>The row that heads the table, counted from one.</summary>
    public int? HeadRow { get; set; }

    /// <summary>For each field its column, counted from one; null where it has none.</summary>
    public IList<int?>? Columns { get; set; }

    /// <summary>What was said; null where nothing was.</summary>
    public TableChoice? ToChoice() =>
        string.IsNullOrEmpty(Sheet) && HeadRow is null
            ? null
            : new TableChoice(string.IsNullOrEmpty(Sheet) ? null : Sheet, HeadRow ?? 0, [.. (Columns ?? []).Select(column => column - 1)]);

    /// <summary>Takes an uploaded file in; of one that is too large only so much that its reader knows it.</summary>
    /// <param name="file">The upload; null keeps what is there.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file; null where none was uploaded, now or before.</returns>
    public async Task<byte[]?> TakeAsync(IFormFile? file, int most, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return Content is { } kept && Convert.TryFromBase64String(kept, new byte[kept.Length], out _)
                ? Convert.FromBase64String(kept)
                : null;
        }

        // A byte more than may be.
        using var content = new MemoryStream();
        await using var upload = file.OpenReadStream();
        var buffer = new byte[81920];
        for (int count; content.Length <= most && (count = await upload.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer, 0, count);
        }

        (Content, Sheet, HeadRow, Columns) = (
            content.Length <= most ? Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length) : null,
            null,
            null,
            null
        );
        return content.ToArray();
    }
}
