using System.Buffers.Binary;
using System.Text;

namespace KerjaBhakti.Documents.Tests.Photos;

/// <summary>
/// Small photos of 24 × 16 pixels as ImageMagick writes them without metadata, and what cameras and programs add to such files.
/// </summary>
internal static class PhotoSamples
{
    /// <summary>EXIF in TIFF form whose GPS directory names a place: 6 degrees south.</summary>
    public static readonly byte[] Location =
    [
        .. "II*\0"u8,
        8,
        0,
        0,
        0, // Little-endian, the first directory at 8.
        1,
        0,
        0x25,
        0x88,
        4,
        0,
        1,
        0,
        0,
        0,
        26,
        0,
        0,
        0,
        0,
        0,
        0,
        0, // One entry: the GPS directory at 26.
        2,
        0, // Two entries.
        1,
        0,
        2,
        0,
        2,
        0,
        0,
        0,
        (byte)'S',
        0,
        0,
        0, // GPSLatitudeRef.
        2,
        0,
        5,
        0,
        3,
        0,
        0,
        0,
        56,
        0,
        0,
        0, // GPSLatitude, three fractions at 56.
        0,
        0,
        0,
        0,
        6,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        12,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        30,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
    ];

    /// <summary>As a JPEG, baseline.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//"
            + "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QA"
            + "FgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAA"
            + "FWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q=="
    );

    /// <summary>As a JPEG of several scans.</summary>
    public static readonly byte[] ProgressiveJpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//"
            + "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QA"
            + "FgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oA"
            + "CAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbFj/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BhQv/xAAUEAEAAAAA"
            + "AAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAA"
            + "AAAAAAAAcf/aAAgBAwEBPxC1v//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EJS//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKW"
            + "B//Z"
    );

    /// <summary>As a PNG with a palette.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQBAMAAAD+CqKmAAAAMFBMVEX/AADuABHdACLMADO7AESqAFWZAGaIAHd3AIhmAJlVAKpEALszAMwiAN0RAO4AAP8l"
            + "worGAAAAO0lEQVQI103BQQEAEADAwFVQQQUVVFBBBRVUUEEFFVRQQQW+uwMLQhSSkIUiVKEJXRjCFJawhSNc4ckHGRdfoQLKecQAAAAASUVORK5CYII="
    );

    /// <summary>As a WebP in the simple form.</summary>
    public static readonly byte[] LossyWebp = Convert.FromBase64String(
        "UklGRl4AAABXRUJQVlA4IFIAAACwAwCdASoYABAAPtFWo0u/pKMhsAgD8BoJbDuAGMeQdwf4AB7UYAD+7ts/z2h8AMiCd/cUScadZ/8lkh+9eSn0cvjXrhdI"
            + "3p8S6ThAB2yUKoAA"
    );

    /// <summary>As a WebP, lossless.</summary>
    public static readonly byte[] LosslessWebp = Convert.FromBase64String(
        "UklGRkwAAABXRUJQVlA4TEAAAAAvF8ADAH8AEIT/cQsT8ff/+U+WAVVk21BBBRVUUEEFFVRQQQUVVFBBBRX8bYaI/ufn4+Xh5uLkYGdjZWFmYmQg"
    );

    /// <summary>As a WebP in the extended form, with transparency.</summary>
    public static readonly byte[] TransparentWebp = Convert.FromBase64String(
        "UklGRrAAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSDcAAAARX2Cmbdvc224z5kVEPCEEIKRtNSmkkEIKKaSQQgpTmMIU5vfOR4jofxq6HJhYcuPgygcv"
            + "PvkjAFZQOCBSAAAAsAMAnQEqGAAQAD7RVKNLqCSjIbAIAQAaCWwAnTKCg3ALNrLwnoAA/tm9dWyQ3F4mYH+ZF/MQr/4Jq0+6OhR39Im+LzVeE1dE7ex0nd0w"
            + "TYQAAA=="
    );

    /// <summary>As a WebP of two pictures.</summary>
    public static readonly byte[] MovingWebp = Convert.FromBase64String(
        "UklGRsAAAABXRUJQVlA4WAoAAAACAAAABQAAAwAAQU5JTQYAAAD/////AABBTk1GSAAAAAAAAAAAAAUAAAMAAGQAAAJWUDggMAAAANABAJ0BKgYABAACADQloAJ0"
            + "ugH4AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAEFOTUZEAAAAAAAAAAAABQAAAwAAZAAAAFZQOCAsAAAAlAEAnQEqBgAEAAAANCWgAnS6AAOYAP75k2//kB//"
            + "kB//kB//ID/iF3sgMAA="
    );

    /// <summary>Each still one by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } =
        new Dictionary<string, byte[]>
        {
            [nameof(Jpeg)] = Jpeg,
            [nameof(ProgressiveJpeg)] = ProgressiveJpeg,
            [nameof(Png)] = Png,
            [nameof(LossyWebp)] = LossyWebp,
            [nameof(LosslessWebp)] = LosslessWebp,
            [nameof(TransparentWebp)] = TransparentWebp,
        };

    /// <summary>The JPEG with segments put in after its JFIF header.</summary>
    public static byte[] WithSegments(byte[] jpeg, params (byte Marker, byte[] Content)[] segments) =>
        [.. jpeg[..20], .. segments.SelectMany(segment => Segment(segment.Marker, segment.Content)), .. jpeg[20..]];

    /// <summary>The PNG with chunks put in after its header.</summary>
    public static byte[] WithChunks(byte[] png, params (string Type, byte[] Content)[] chunks) =>
        [.. png[..33], .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content)), .. png[33..]];

    /// <summary>A PNG of these dimensions, eight bits a channel, with data of any bytes.</summary>
    public static byte[] PngOf(int width, int height, byte[] data)
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. Png[..8], .. Chunk("IHDR", header), .. Chunk("IDAT", data), .. Chunk("IEND", [])];
    }

    /// <summary>The content of an EXIF segment that says how the camera was held (tag 0x0112).</summary>
    public static byte[] Held(byte orientation) =>
        [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The WebP with chunks put after its picture, and the flags of the extended form set as given.</summary>
    public static byte[] WithRiff(byte[] webp, byte flags, params (string Type, byte[] Content)[] chunks)
    {
        byte[] file = [.. webp, .. chunks.SelectMany(chunk => Riff(chunk.Type, chunk.Content))];
        file[20] |= flags;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    private static byte[] Riff(string type, byte[] content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. content, .. new byte[content.Length % 2]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), content.Length);
        return chunk;
    }

    // Bit by bit, as the standard defines it, and not with the table of the code under test.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var item in bytes)
        {
            crc ^= item;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
