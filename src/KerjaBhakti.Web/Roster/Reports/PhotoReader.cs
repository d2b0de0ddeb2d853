using KerjaBhakti.Documents.Photos;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation.Scans;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>Draws uploaded photos anew, in a process of its own: native code decodes them.</summary>
public sealed class PhotoReader : IDisposable
{
    /// <summary>The hidden command that draws a photo anew in a process apart.</summary>
    internal const string Command = "read-photo";

    private readonly ReadingApart<PhotoReading> apart = new(Command);

    /// <inheritdoc/>
    public void Dispose() => apart.Dispose();

    /// <summary>Draws every photo anew; one that is none does not take the others with it.</summary>
    /// <param name="uploads">The photos as they were uploaded.</param>
    /// <param name="room">How many the report has room for, at least 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The photos to keep, at most as many as there is room for, and a sentence for each that is left out.</returns>
    public async Task<(IReadOnlyList<PhotoFile> Photos, IReadOnlyList<string> Problems)> ReadAsync(
        IReadOnlyList<UploadedPhoto> uploads,
        int room,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        var photos = new List<PhotoFile>();
        var problems = new List<string>();
        var crowded = new List<string>();
        foreach (var upload in uploads)
        {
            // What can be refused without a process is refused without one, and nothing is drawn that finds no room.
            var problem = PhotoFile.WhyNot(upload.Content);
            if (problem is null && photos.Count == room)
            {
                crowded.Add($"'{upload.Name}'");
                continue;
            }

            if (problem is null)
            {
                var reading = await apart.ReadAsync(upload.Content, cancellationToken)
                    ?? new PhotoReading(Photo: null, PhotoProblem.Damaged);
                problem = reading.Problem;
                photos.AddRange(reading.Photo is { } photo ? [photo] : []);
            }

            if (problem is { } known)
            {
                problems.Add(SentenceOf(upload.Name, known));
            }
        }

        if (crowded.Count > 0)
        {
            problems.Add($"{ActivityReport.TooManyPhotos} Tidak disimpan: {string.Join(", ", crowded)}.");
        }

        return (photos, problems);
    }

    private static string SentenceOf(string name, PhotoProblem problem) =>
        problem switch
        {
            PhotoProblem.Empty => $"'{name}' kosong.",
            PhotoProblem.TooLarge => $"'{name}' lebih besar dari {PhotoFile.MostBytes / 1024 / 1024} MB.",
            PhotoProblem.NotPhoto => $"'{name}' bukan foto JPEG, PNG, atau WebP.",
            PhotoProblem.Damaged => $"'{name}' rusak atau terpotong.",
            PhotoProblem.Unsupported => $"'{name}' gambar bergerak; kirim foto biasa.",
            PhotoProblem.TooManyPixels => $"'{name}' melebihi {PhotoFile.MostPixels / 1_000_000} juta piksel.",
        };
}

/// <summary>What became of a photo: either the photo or the problem.</summary>
internal sealed record PhotoReading(PhotoFile? Photo, PhotoProblem? Problem)
{
    /// <summary>Draws it in this process.</summary>
    public static PhotoReading Of(byte[] file)
    {
        try
        {
            return new PhotoReading(PhotoFile.Read(file), Problem: null);
        }
        catch (PhotoRefusedException refusal)
        {
            return new PhotoReading(Photo: null, refusal.Problem);
        }
    }
}
