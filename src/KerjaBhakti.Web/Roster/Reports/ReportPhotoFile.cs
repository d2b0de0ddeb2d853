using KerjaBhakti.Documents.Photos;
using KerjaBhakti.Roster;
using Microsoft.AspNetCore.Http.Features;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>How photos of reports come in.</summary>
public static class ReportPhotoFile
{
    /// <summary>The most bytes of a report with its photos: more than six photos of the largest size, so that whoever sends larger ones still reads why not.</summary>
    public const int LargestRequest = 64 * 1024 * 1024;

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

    /// <summary>Looks into every photo.</summary>
    /// <exception cref="RosterRefusedException">Some are none that are kept; a sentence for each.</exception>
    internal static IReadOnlyList<PhotoFile> ReadAll(IReadOnlyList<UploadedPhoto> uploads)
    {
        var photos = new List<PhotoFile>();
        var problems = new List<string>();
        foreach (var upload in uploads)
        {
            try
            {
                photos.Add(PhotoFile.Read(upload.Content));
            }
            catch (PhotoRefusedException refusal)
            {
                problems.Add(SentenceOf(upload.Name, refusal.Problem));
            }
        }

        return problems.Count == 0 ? photos : throw new RosterRefusedException([.. problems, "Tidak ada yang disimpan; isian Anda tetap di bawah. Pilih fotonya lagi."]);
    }

    private static string SentenceOf(string name, PhotoProblem problem) => problem switch
    {
        PhotoProblem.Empty => $"'{name}' kosong.",
        PhotoProblem.TooLarge => $"'{name}' lebih besar dari {PhotoFile.MostBytes / 1024 / 1024} MB.",
        PhotoProblem.NotPhoto => $"'{name}' bukan foto JPEG, PNG, atau WebP.",
        PhotoProblem.Damaged => $"'{name}' rusak atau terpotong.",
        PhotoProblem.Unsupported => $"'{name}' berjenis yang tidak didukung; simpan sebagai JPEG biasa.",
        PhotoProblem.TooManyPixels => $"'{name}' melebihi {PhotoFile.MostPixels / 1_000_000} juta piksel.",
    };
}
