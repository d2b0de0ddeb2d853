using System.IO.Compression;
using System.Text;
using KerjaBhakti.Documents.Photos;
using static KerjaBhakti.Documents.Tests.Photos.PhotoSamples;

namespace KerjaBhakti.Documents.Tests.Photos;

public class PhotoFileTests
{
    private static readonly byte[] Xmp = Encoding.UTF8.GetBytes("<x:xmpmeta><exif:GPSLatitude>6,12.5S</exif:GPSLatitude></x:xmpmeta>");

    public static TheoryData<string> Samples => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhotoWithoutMetadata_KeepsItByteForByte(string name)
    {
        var photo = PhotoFile.Read(All[name]);

        Assert.Equal((24, 16), (photo.Width, photo.Height));
        Assert.Equal(All[name], photo.Content);
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
            (0xE2, [.. "MPF\0"u8, 1, 2, 3]),
            (0xED, [.. "Photoshop 3.0\0"u8]),
            (0xEF, [1]),
            (0xFE, [.. "difoto di rumah"u8]));

        var photo = PhotoFile.Read(file);

        Assert.Equal(("image/jpeg", 24, 16), (photo.ContentType, photo.Width, photo.Height));
        Assert.Equal(All[name], photo.Content);
    }

    [Fact]
    public void Read_AJpegWithAdobesFlags_KeepsThem()
    {
        var file = WithSegments(Jpeg, (0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]));

        Assert.Equal(file, PhotoFile.Read(file).Content);
    }

    [Fact]
    public void Read_AJpegWithAThumbnail_LosesTheThumbnail()
    {
        byte[] file = [.. Jpeg[..4], 0, 19, .. Jpeg[6..18], 1, 1, 9, 9, 9, .. Jpeg[20..]];

        Assert.Equal(Jpeg, PhotoFile.Read(file).Content);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_AnythingAfterTheEnd_IsCutOff(string name) =>
        Assert.Equal(All[name], PhotoFile.Read([.. All[name], .. "PK\u0003\u0004 ditempel"u8, .. Location]).Content);

    [Fact]
    public void Read_APngWithALocationAndTexts_HasNoneLeftAndTheSamePicture()
    {
        var file = WithChunks(
            Png,
            ("eXIf", Location),
            ("tEXt", [.. "Author\0A"u8]),
            ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Xmp]),
            ("zTXt", [.. "Comment\0\0x"u8]),
            ("tIME", [7, 223, 6, 7, 8, 0, 0]),
            ("abCd", [1, 2, 3]));

        Assert.Equal(Png, PhotoFile.Read(file).Content);
    }

    [Fact]
    public void Read_APngWithItsGamma_KeepsIt()
    {
        var file = WithChunks(Png, ("gAMA", [0, 0, 0xB1, 0x8F]));

        Assert.Equal(file, PhotoFile.Read(file).Content);
    }

    [Fact]
    public void Read_AWebpWithALocation_HasNoneLeftAndFlagsThatSaySo()
    {
        var file = WithRiff(TransparentWebp, 0x20 | 0x08 | 0x04, ("ICCP", [1, 2]), ("EXIF", Location), ("XMP ", Xmp), ("ABCD", [1]));

        Assert.Equal(TransparentWebp, PhotoFile.Read(file).Content);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("GIF89a\u0001\0\u0001\0")]
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
        Refused(PhotoProblem.TooManyPixels, PngOf(int.MaxValue, 1, bomb));
        Refused(PhotoProblem.TooManyPixels, [.. Jpeg[..SizeOfJpeg()], 0xFF, 0xFF, 0xFF, 0xFF, .. Jpeg[(SizeOfJpeg() + 4)..]]);
        Refused(PhotoProblem.Damaged, PngOf(6000, 6000, Deflated([1, 2, 3])));
        Refused(PhotoProblem.Damaged, PngOf(0, 10, bomb));
    }

    [Fact]
    public void Read_AMovingOrRareKind_IsRefusedAsUnsupported()
    {
        Refused(PhotoProblem.Unsupported, WithRiff(TransparentWebp, 0x02));
        var arithmetic = Jpeg.ToArray();
        arithmetic[SizeOfJpeg() - 4] = 0xC9; // The second byte of the marker.
        Refused(PhotoProblem.Unsupported, arithmetic);
    }

    [Fact]
    public void Read_AChangedChecksumOrASecondHeader_IsRefused()
    {
        var changed = Png.ToArray();
        changed[^20] ^= 1;
        Refused(PhotoProblem.Damaged, changed);
        Refused(PhotoProblem.Damaged, WithChunks(Png, ("IHDR", Png[16..29])));
        Refused(PhotoProblem.Damaged, WithChunks(Png, ("ABCD", [])));
        Refused(PhotoProblem.Damaged, [.. Jpeg[..^2], .. Jpeg[2..]]);
        Refused(PhotoProblem.Damaged, WithRiff(LossyWebp, 0, ("VP8 ", LossyWebp[20..])));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhotoCutOffAnywhere_IsRefused(string name) => Assert.All(
        Enumerable.Range(0, All[name].Length), length => Assert.Throws<PhotoRefusedException>(() => PhotoFile.Read(All[name].AsSpan(0, length))));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_APhotoWithAnyByteChanged_IsRefusedOrReadTheSameAgain(string name)
    {
        var random = new Random(118);
        for (var turn = 0; turn < 5000; turn++)
        {
            var file = All[name].ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            RefuseOrSettle(file);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_RandomBytesAfterABeginning_IsRefusedOrReadTheSameAgain(string name)
    {
        var random = new Random(2015);
        for (var turn = 0; turn < 2000; turn++)
        {
            var file = new byte[random.Next(400)];
            random.NextBytes(file);
            RefuseOrSettle([.. All[name][..random.Next(All[name].Length)], .. file]);
            RefuseOrSettle(file);
        }
    }

    private static void RefuseOrSettle(byte[] file)
    {
        try
        {
            var photo = PhotoFile.Read(file);
            var again = PhotoFile.Read(photo.Content);

            Assert.Equal(photo.Content, again.Content);
            Assert.InRange((long)photo.Width * photo.Height, 1, PhotoFile.MostPixels);
            Assert.True(photo.Content.Length <= file.Length + 2);
        }
        catch (PhotoRefusedException)
        {
            // The only exception there may be.
        }
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

    private static void Refused(PhotoProblem problem, byte[] file) => Assert.Equal(problem, Assert.Throws<PhotoRefusedException>(() => PhotoFile.Read(file)).Problem);
}
