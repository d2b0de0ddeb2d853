using System.Buffers.Binary;

namespace KerjaBhakti.Documents.Photos;

/// <summary>WebP (RFC 9649): a RIFF file with a picture and, in the extended form, what belongs to it.</summary>
internal static class WebpPhoto
{
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    public static bool IsWebp(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static PhotoFile Read(ReadOnlySpan<byte> file)
    {
        var riff = new ByteReader(file[4..]);
        var reader = new ByteReader(riff.Take(4 + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]))[4..]);
        reader.Take(4);
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..12]);

        (int Width, int Height)? canvas = null, size = null;
        var (isFirst, hasAlpha) = (true, false);
        while (reader.Left > 0)
        {
            var type = reader.Take(4);
            var content = reader.Take(reader.LittleEndian32());
            reader.Take(content.Length % 2);
            if (type.SequenceEqual("VP8X"u8) && isFirst)
            {
                canvas = Canvas(content);

                // Of the flags only transparency stays: profile, EXIF and XMP go.
                Keep(kept, type, [(byte)(content[0] & AlphaFlag), 0, 0, 0, .. content[4..]]);
            }
            else if (type.SequenceEqual("VP8 "u8) && size is null && (canvas is not null || isFirst))
            {
                size = LossySize(content);
                Keep(kept, type, content);
            }
            else if (type.SequenceEqual("VP8L"u8) && size is null && (canvas is not null || isFirst) && !hasAlpha)
            {
                size = LosslessSize(content);
                Keep(kept, type, content);
            }
            else if (type.SequenceEqual("ALPH"u8) && canvas is not null && size is null && !hasAlpha)
            {
                hasAlpha = true;
                Keep(kept, type, content);
            }
            else if (isFirst || type.StartsWith("VP8"u8) || type.SequenceEqual("ALPH"u8) || type.StartsWith("ANI"u8) || type.SequenceEqual("ANMF"u8))
            {
                throw new PhotoRefusedException(PhotoProblem.Damaged);
            }

            isFirst = false;
        }

        if (size is not { } known || (canvas is not null && canvas != size))
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        var bytes = kept.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return new PhotoFile("image/webp", known.Width, known.Height, bytes);
    }

    private static (int Width, int Height) Canvas(ReadOnlySpan<byte> content)
    {
        if (content.Length != 10)
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        if ((content[0] & AnimationFlag) != 0)
        {
            throw new PhotoRefusedException(PhotoProblem.Unsupported);
        }

        return Checked(1 + Number24(content[4..]), 1 + Number24(content[7..]));
    }

    private static (int Width, int Height) LossySize(ReadOnlySpan<byte> content)
    {
        var reader = new ByteReader(content);
        var tag = Number24(reader.Take(3));
        var isKeyFrame = (tag & 1) == 0 && reader.Take(3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]);
        var dimensions = reader.LittleEndian32();
        var firstPartition = tag >> 5;
        return isKeyFrame && firstPartition > 0 && firstPartition <= reader.Left
            ? Checked((int)(dimensions & 0x3FFF), (int)((dimensions >> 16) & 0x3FFF))
            : throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static (int Width, int Height) LosslessSize(ReadOnlySpan<byte> content)
    {
        var reader = new ByteReader(content);
        var isLossless = reader.Byte() == 0x2F;
        var header = reader.LittleEndian32();
        return isLossless && header >> 29 == 0 && reader.Left > 0
            ? Checked(1 + (int)(header & 0x3FFF), 1 + (int)((header >> 14) & 0x3FFF))
            : throw new PhotoRefusedException(PhotoProblem.Damaged);
    }

    private static (int Width, int Height) Checked(int width, int height)
    {
        PhotoFile.DemandSize(width, height);
        return (width, height);
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static void Keep(MemoryStream kept, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        kept.Write(type);
        kept.Write(length);
        kept.Write(content);
        if (content.Length % 2 == 1)
        {
            kept.WriteByte(0);
        }
    }
}
