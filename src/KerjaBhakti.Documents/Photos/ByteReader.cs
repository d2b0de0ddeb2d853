using System.Buffers.Binary;

namespace KerjaBhakti.Documents.Photos;

/// <summary>Reads a file from its beginning to its end; what is not there any more is a damaged photo.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> file)
{
    private ReadOnlySpan<byte> rest = file;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > rest.Length)
        {
            throw new PhotoRefusedException(PhotoProblem.Damaged);
        }

        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int BigEndian16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint BigEndian32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint LittleEndian32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
}
