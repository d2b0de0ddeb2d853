using System.IO.Compression;
using System.Text;
using KerjaBhakti.Documents.Photos;
using SkiaSharp;
using static KerjaBhakti.Documents.Tests.Photos.PhotoSamples;

namespace KerjaBhakti.Documents.Tests.Photos;

public class PhotoFileTests
{
    private static readonly byte[] Xmp = Encoding.UTF8.GetBytes("<x:xmpmeta><exif:GPSLatitude>6,12.5S</exif:GPSLatitude></x:xmpmeta>");

    public static TheoryData<string> Samples => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhoto_IsTheSamePictureAsAJpegOfNothingElse(string name)
    {
        var photo = PhotoFile.Read(All[name]);

        Assert.Equal((24, 16), (photo.Width, photo.Height));
        Assert.Equal([0xC0, 0xC4, 0xDA, 0xDB, 0xE0], MarkersOf(photo.Content));
        using var before = OnWhite(SKBitmap.Decode(All[name]));
        using var after = SKBitmap.Decode(photo.Content);
        var apart = before
            .Pixels.Zip(after.Pixels)
            .Average(pair =>
                Math.Abs(pair.First.Red - pair.Second.Red)
                + Math.Abs(pair.First.Green - pair.Second.Green)
                + Math.Abs(pair.First.Blue - pair.Second.Blue)
            );
        Assert.InRange(apart, 0, 30); // Of 765. JPEG shares colours between neighbours; the samples are sharp stripes of few pixels.
    }

    [Theory]
    [InlineData(nameof(Jpeg))]
    [InlineData(nameof(ProgressiveJpeg))]
    public void Read_AJpegWithALocation_HasNoneLeftAndTheSamePicture(string name)
    {
        var file = WithSegments(
            All[name],
            (0xE1, [.. "Exif\0\0"u8, .. Location]),
            (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Xmp]),
            (0xED, [.. "Photoshop 3.0\0"u8]),
            (0xEF, [1]),
            (0xFE, [.. "difoto di rumah"u8])
        );

        Assert.Equal(PhotoFile.Read(All[name]).Content, PhotoFile.Read(file).Content);
    }

    [Fact]
    public void Read_APngOrWebpWithALocation_HasNoneLeftAndTheSamePicture()
    {
        var png = WithChunks(Png, ("eXIf", Location), ("tEXt", [.. "Author\0A"u8]), ("tIME", [7, 223, 6, 7, 8, 0, 0]), ("abCd", [1, 2, 3]));
        var webp = WithRiff(TransparentWebp, 0x08 | 0x04, ("EXIF", Location), ("XMP ", Xmp));

        Assert.Equal(PhotoFile.Read(Png).Content, PhotoFile.Read(png).Content);
        Assert.Equal(PhotoFile.Read(TransparentWebp).Content, PhotoFile.Read(webp).Content);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_AnythingAfterTheEnd_IsGone(string name) =>
        Assert.Equal(
            PhotoFile.Read(All[name]).Content,
            PhotoFile.Read([.. All[name], .. "PK\u0003\u0004 ditempel"u8, .. Location]).Content
        );

    [Theory]
    [InlineData(1, "merah hijau biru putih")]
    [InlineData(2, "hijau merah putih biru")]
    [InlineData(3, "putih biru hijau merah")]
    [InlineData(4, "biru putih merah hijau")]
    [InlineData(5, "merah biru hijau putih")]
    [InlineData(6, "biru merah putih hijau")]
    [InlineData(7, "putih hijau biru merah")]
    [InlineData(8, "hijau putih merah biru")]
    public void Read_APhotoOfACameraHeldAskew_StandsUpright(byte held, string corners)
    {
        // EXIF 2.3, 4.6.4 A: what the first row and the first column of the file show.
        using var drawn = SKSurface.Create(new SKImageInfo(64, 32));
        Paint(drawn.Canvas, 0, 0, SKColors.Red);
        Paint(drawn.Canvas, 32, 0, SKColors.Lime);
        Paint(drawn.Canvas, 0, 16, SKColors.Blue);
        Paint(drawn.Canvas, 32, 16, SKColors.White);
        using var image = drawn.Snapshot();
        var photo = PhotoFile.Read(WithSegments(image.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray(), (0xE1, Held(held))));

        Assert.Equal(held <= 4 ? (64, 32) : (32, 64), (photo.Width, photo.Height));
        using var read = SKBitmap.Decode(photo.Content);
        var (right, bottom) = (photo.Width - 6, photo.Height - 6);
        Assert.Equal(
            corners,
            string.Join(
                ' ',
                NameOf(read.GetPixel(5, 5)),
                NameOf(read.GetPixel(right, 5)),
                NameOf(read.GetPixel(5, bottom)),
                NameOf(read.GetPixel(right, bottom))
            )
        );
    }

    [Theory]
    [InlineData(3000, 2000, SKEncodedImageFormat.Jpeg, 1600, 1067)]
    [InlineData(2000, 3000, SKEncodedImageFormat.Jpeg, 1067, 1600)]
    [InlineData(4000, 20, SKEncodedImageFormat.Png, 1600, 8)]
    [InlineData(1700, 1700, SKEncodedImageFormat.Webp, 1600, 1600)]
    [InlineData(1600, 900, SKEncodedImageFormat.Jpeg, 1600, 900)]
    public void Read_ALargePhoto_IsScaledToItsLongestSide(int width, int height, SKEncodedImageFormat kind, int toWidth, int toHeight)
    {
        using var drawn = SKSurface.Create(new SKImageInfo(width, height));
        drawn.Canvas.Clear(SKColors.Teal);
        using var image = drawn.Snapshot();

        var photo = PhotoFile.Read(image.Encode(kind, 90).ToArray());

        using var read = SKBitmap.Decode(photo.Content);
        Assert.Equal((toWidth, toHeight, toWidth, toHeight), (photo.Width, photo.Height, read.Width, read.Height));
        var middle = read.GetPixel(toWidth / 2, toHeight / 2);
        Assert.InRange(middle.Red + Math.Abs(middle.Green - 128) + Math.Abs(middle.Blue - 128), 0, 12);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("GIF89a\u0001\0\u0001\0")]
    [InlineData("BM")]
    [InlineData("%PDF-1.7")]
    [InlineData("RIFF\u0004\0\0\0WAVE")]
    public void Read_WhatIsNoPhoto_IsRefused(string content) => Refused(PhotoProblem.NotPhoto, Encoding.Latin1.GetBytes(content));

    [Fact]
    public void Read_NothingOrTooMuch_IsRefused()
    {
        Refused(PhotoProblem.Empty, []);
        Refused(PhotoProblem.TooLarge, [.. Jpeg, .. new byte[PhotoFile.MostBytes]]);
    }

    [Fact]
    public void Read_ADecompressionBomb_IsRefusedByItsHeader()
    {
        var bomb = Deflated(new byte[1_000_000]);
        Refused(PhotoProblem.TooManyPixels, PngOf(50_000, 50_000, bomb));
        Refused(PhotoProblem.TooManyPixels, [.. Jpeg[..SizeOfJpeg()], 0xFF, 0xDC, 0xFF, 0xDC, .. Jpeg[(SizeOfJpeg() + 4)..]]);
        Refused(PhotoProblem.Damaged, PngOf(6000, 6000, Deflated([1, 2, 3])));
        Refused(PhotoProblem.Damaged, PngOf(0, 10, bomb));
    }

    [Fact]
    public void Read_AMovingPicture_IsRefusedAsUnsupported() => Refused(PhotoProblem.Unsupported, MovingWebp);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhotoCutOffAnywhere_IsRefusedOrAPicture(string name)
    {
        foreach (var length in Enumerable.Range(0, All[name].Length))
        {
            RefuseOrDraw(All[name][..length]);
        }
    }

    [Theory]
    [InlineData(nameof(Jpeg))]
    [InlineData(nameof(Png))]
    [InlineData(nameof(LossyWebp))]
    [InlineData(nameof(LosslessWebp))]
    public void Read_APhotoWithoutItsEnd_IsRefused(string name) => Refused(PhotoProblem.Damaged, All[name][..^40]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhotoWithAnyByteChanged_IsRefusedOrAPicture(string name)
    {
        var random = new Random(118);
        for (var turn = 0; turn < 500; turn++)
        {
            var file = All[name].ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            RefuseOrDraw(file);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_RandomBytesAfterABeginning_IsRefusedOrAPicture(string name)
    {
        var random = new Random(2015);
        for (var turn = 0; turn < 300; turn++)
        {
            var file = new byte[random.Next(400)];
            random.NextBytes(file);
            RefuseOrDraw([.. All[name][..random.Next(All[name].Length)], .. file]);
        }
    }

    private static void RefuseOrDraw(byte[] file)
    {
        try
        {
            var photo = PhotoFile.Read(file);

            Assert.InRange(Math.Max(photo.Width, photo.Height), 1, PhotoFile.LongestSide);
            Assert.Equal([0xC0, 0xC4, 0xDA, 0xDB, 0xE0], MarkersOf(photo.Content));
        }
        catch (PhotoRefusedException)
        {
            // The only exception there may be.
        }
    }

    /// <summary>The kinds of segments before the picture's data, each once.</summary>
    private static SortedSet<byte> MarkersOf(byte[] jpeg)
    {
        var markers = new SortedSet<byte>();
        for (var at = 2; !markers.Contains(0xDA); at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
        {
            Assert.Equal(0xFF, jpeg[at]);
            markers.Add(jpeg[at + 1]);
        }

        return markers;
    }

    private static void Paint(SKCanvas canvas, int left, int top, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(left, top, 32, 16, paint);
    }

    private static string NameOf(SKColor colour) =>
        (colour.Red > 127, colour.Green > 127, colour.Blue > 127) switch
        {
            (true, false, false) => "merah",
            (false, true, false) => "hijau",
            (false, false, true) => "biru",
            (true, true, true) => "putih",
            _ => colour.ToString(),
        };

    private static SKBitmap OnWhite(SKBitmap picture)
    {
        var whole = new SKBitmap(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(whole);
        canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        picture.Dispose();
        return whole;
    }

    // Where the height stands in the frame header of the sample.
    private static int SizeOfJpeg() => Jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5;

    private static byte[] Deflated(byte[] content)
    {
        var buffer = new MemoryStream();
        using (var stream = new ZLibStream(buffer, CompressionLevel.Optimal))
        {
            stream.Write(content);
        }

        return buffer.ToArray();
    }

    private static void Refused(PhotoProblem problem, byte[] file) =>
        Assert.Equal(problem, Assert.Throws<PhotoRefusedException>(() => PhotoFile.Read(file)).Problem);
}
