namespace KerjaBhakti.Documents.Photos;

/// <summary>
/// A photo somebody uploaded: recognised by its structure, measured by its header, and freed of everything that is not picture. Nothing is decoded; decision 0014 says
/// what that leaves open.
/// </summary>
/// <param name="ContentType">What it is: "image/jpeg", "image/png" or "image/webp".</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Content">The bytes to keep: the picture as it came, without metadata and without anything after its end.</param>
public sealed record PhotoFile(string ContentType, int Width, int Height, byte[] Content)
{
    /// <summary>The most bytes of a file: 5 MiB.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most pixels of a picture. What a small file may claim to unfold into is bounded by this, for whoever opens it.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Looks into a file. Whatever the bytes are, it ends in time proportional to their number.</summary>
    /// <exception cref="PhotoRefusedException">It is no photo this portal keeps.</exception>
    public static PhotoFile Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new PhotoRefusedException(PhotoProblem.Empty);
        }

        if (file.Length > MostBytes)
        {
            throw new PhotoRefusedException(PhotoProblem.TooLarge);
        }

        return JpegPhoto.IsJpeg(file) ? JpegPhoto.Read(file)
            : PngPhoto.IsPng(file) ? PngPhoto.Read(file)
            : WebpPhoto.IsWebp(file) ? WebpPhoto.Read(file)
            : throw new PhotoRefusedException(PhotoProblem.NotPhoto);
    }

    /// <summary>Refuses a picture without extent, or with more pixels than are kept.</summary>
    internal static void DemandSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        // Each side alone may not exceed the product's limit either, so the product cannot overflow.
        if (width > MostPixels || height > MostPixels || width * height > MostPixels)
        {
            throw new PhotoRefusedException(PhotoProblem.TooManyPixels);
        }
    }
}

/// <summary>Why a file is not kept as a photo.</summary>
public enum PhotoProblem
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It has more bytes than are kept.</summary>
    TooLarge,

    /// <summary>It is no JPEG, PNG or WebP, whatever its name says.</summary>
    NotPhoto,

    /// <summary>It begins as one of them and does not go on as one: cut off, changed, or put together to mislead.</summary>
    Damaged,

    /// <summary>It is of a kind few programs show: a moving picture, or a rare way of compressing.</summary>
    Unsupported,

    /// <summary>It has more pixels than are kept.</summary>
    TooManyPixels,
}

/// <summary>A file that is not kept as a photo.</summary>
public sealed class PhotoRefusedException(PhotoProblem problem) : Exception($"The photo was refused: {problem}.")
{
    /// <summary>Why.</summary>
    public PhotoProblem Problem => problem;
}
