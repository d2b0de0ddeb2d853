using SkiaSharp;

namespace KerjaBhakti.Documents.Photos;

/// <summary>
/// A photo somebody uploaded, drawn anew: decoded, turned upright, scaled down and encoded as JPEG. Of the file itself nothing is kept, so
/// nothing it carried besides the picture is either: no place, no time, no thumbnail. Decision 0034.
/// </summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Content">A JPEG without metadata. The same file gives the same bytes.</param>
public sealed record PhotoFile(int Width, int Height, byte[] Content)
{
    /// <summary>The most bytes of a file that is looked into: 10 MiB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>
    /// The most pixels of a picture that is decoded. By the header, before any memory is taken for them: a small file may claim to unfold
    /// into gigabytes.
    /// </summary>
    public const int MostPixels = 40_000_000;

    /// <summary>The longest side of what is kept, in pixels. A browser with script scales to the same (<c>report-photos.js</c>).</summary>
    public const int LongestSide = 1600;

    private const int Quality = 85;

    /// <summary>What it is sent as.</summary>
    public static string ContentType => "image/jpeg";

    /// <summary>Draws a file anew. To be called in a process that may end: native code reads bytes of strangers here.</summary>
    /// <exception cref="PhotoRefusedException">It is no photo this portal keeps.</exception>
    public static PhotoFile Read(byte[] file)
    {
        if (WhyNot(file) is { } problem)
        {
            throw new PhotoRefusedException(problem);
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new PhotoRefusedException(PhotoProblem.Damaged);
        DemandStillPictureOfUsualSize(codec);
        using var picture = Decode(codec);
        return Draw(picture, codec.EncodedOrigin);
    }

    /// <summary>Why a file need not be decoded to be refused; null where it must be.</summary>
    public static PhotoProblem? WhyNot(ReadOnlySpan<byte> file) =>
        file.Length switch
        {
            0 => PhotoProblem.Empty,
            > MostBytes => PhotoProblem.TooLarge,
            _ when !IsKnown(file) => PhotoProblem.NotPhoto,
            _ => null,
        };

    // The decoders of the library's other kinds (raw files, icons, bitmaps) are for nobody here, so strangers do not reach them.
    private static bool IsKnown(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        || (file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..12].SequenceEqual("WEBP"u8));

    private static void DemandStillPictureOfUsualSize(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0)
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        if ((long)width * height > MostPixels)
        {
            throw new PhotoRefusedException(PhotoProblem.TooManyPixels);
        }

        // A still picture has none or one, whatever its kind counts.
        if (codec.FrameCount > 1)
        {
            throw new PhotoRefusedException(PhotoProblem.Unsupported);
        }
    }

    /// <summary>Decodes into sRGB, at the smallest scale the decoder itself offers that is not below what is kept.</summary>
    private static SKBitmap Decode(SKCodec codec)
    {
        var size = codec.GetScaledDimensions(Math.Min(1f, (float)LongestSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        if (Math.Max(size.Width, size.Height) < Math.Min(LongestSide, Math.Max(codec.Info.Width, codec.Info.Height)))
        {
            size = codec.Info.Size;
        }

        using var colours = SKColorSpace.CreateSrgb();
        var picture = new SKBitmap();
        try
        {
            var into = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours);
            if (!picture.TryAllocPixels(into) || codec.GetPixels(into, picture.GetPixels()) != SKCodecResult.Success)
            {
                throw new PhotoRefusedException(PhotoProblem.Damaged);
            }

            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    /// <summary>Draws the picture upright and as small as it is kept, on white, since JPEG has no transparency.</summary>
    private static PhotoFile Draw(SKBitmap picture, SKEncodedOrigin origin)
    {
        var lies =
            origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = lies ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var factor = Math.Min(1f, (float)LongestSide / Math.Max(width, height));
        var upright = new SKSizeI(Math.Max(1, (int)MathF.Round(width * factor)), Math.Max(1, (int)MathF.Round(height * factor)));

        // Without a colour space, so that the encoder writes no profile: everybody takes a JPEG without one for sRGB, which it is.
        using var surface = SKSurface.Create(new SKImageInfo(upright.Width, upright.Height, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new PhotoRefusedException(PhotoProblem.Damaged);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)upright.Width / width, (float)upright.Height / height);
        surface.Canvas.Concat(Turn(origin, width, height));
        using (var image = SKImage.FromBitmap(picture))
        {
            surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality) ?? throw new PhotoRefusedException(PhotoProblem.Damaged);
        return new PhotoFile(upright.Width, upright.Height, encoded.ToArray());
    }

    /// <summary>What turns a picture as the camera held it into one of this width and height (EXIF 2.3, tag 0x0112).</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
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

    /// <summary>It begins as one of them and cannot be decoded: cut off, changed, or put together to mislead.</summary>
    Damaged,

    /// <summary>It is a moving picture, or of a kind few programs show.</summary>
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
