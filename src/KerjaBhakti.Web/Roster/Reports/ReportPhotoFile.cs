using KerjaBhakti.Documents.Photos;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>How photos of reports come in.</summary>
public static class ReportPhotoFile
{
    /// <summary>
    /// The most bytes of a report with its photos: more than six photos of the largest size, so that whoever sends larger ones still reads
    /// why not.
    /// </summary>
    public const int LargestRequest = 96 * 1024 * 1024;

    /// <summary>Takes the files of a form out of the request.</summary>
    public static async Task<IReadOnlyList<UploadedPhoto>> ReceiveAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        var photos = new List<UploadedPhoto>();
        foreach (var file in files)
        {
            // One byte more than is kept shows that it is too large; the rest is not worth the memory.
            var content = new byte[Math.Min(file.Length, PhotoFile.MostBytes + 1)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellationToken);
            photos.Add(new UploadedPhoto(Path.GetFileName(file.FileName), content));
        }

        return photos;
    }
}
