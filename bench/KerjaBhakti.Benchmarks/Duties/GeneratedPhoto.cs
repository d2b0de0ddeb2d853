using System.Numerics;

namespace KerjaBhakti.Benchmarks.Duties;

/// <summary>
/// A grey JPEG of random blocks (ITU-T T.81, baseline) in the size to which the browser scales photos, some 170 KB: a picture that any
/// program decodes, without a library that encodes.
/// </summary>
internal sealed class GeneratedPhoto
{
    private const int Width = 1600;
    private const int Height = 1200;
    private const int Block = 8;
    private const int CodeBits = 4;
    private const int Details = 4;
    private const int Brightest = 400;

    private readonly List<byte> file = [];
    private uint bits;
    private int count;

    private GeneratedPhoto() { }

    /// <summary>One with the blocks that this source of chance gives.</summary>
    public static byte[] Of(Random random)
    {
        var photo = new GeneratedPhoto();
        photo.WriteHeader();
        photo.WriteBlocks(random);
        return [.. photo.file];
    }

    private void WriteHeader()
    {
        file.AddRange([0xFF, 0xD8]);
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, Block * Block)]);
        Segment(0xC0, [8, Height >> 8, Height & 0xFF, Width >> 8, Width & 0xFF, 1, 1, 0x11, 0]);

        // Every code has four bits and is the place of its symbol, which is the number of bits that follow.
        Segment(0xC4, [0x00, .. Lengths(12), .. Enumerable.Range(0, 12).Select(symbol => (byte)symbol)]);
        Segment(0xC4, [0x10, .. Lengths(12), .. Enumerable.Range(0, 12).Select(symbol => (byte)symbol)]);
        Segment(0xDA, [1, 1, 0, 0, Block * Block - 1, 0]);
    }

    private static IEnumerable<byte> Lengths(byte codes) => Enumerable.Range(1, 16).Select(length => length == CodeBits ? codes : (byte)0);

    private void Segment(byte marker, byte[] content)
    {
        file.AddRange([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)((content.Length + 2) & 0xFF)]);
        file.AddRange(content);
    }

    private void WriteBlocks(Random random)
    {
        var before = 0;
        for (var block = 0; block < Width / Block * (Height / Block); block++)
        {
            var brightness = random.Next(-Brightest, Brightest);
            WriteNumber(brightness - before);
            before = brightness;
            for (var detail = 0; detail < Details; detail++)
            {
                WriteNumber(random.Next(1, 12));
            }

            // The end of the block, whose other details are none.
            Write(0, CodeBits);
        }

        // Filled up with ones, as the standard has it.
        Write(0x7F, 7);
        file.AddRange([0xFF, 0xD9]);
    }

    private void WriteNumber(int number)
    {
        var length = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(number));
        Write((uint)length, CodeBits);
        Write((uint)(number >= 0 ? number : number + (1 << length) - 1), length);
    }

    private void Write(uint value, int length)
    {
        bits = (bits << length) | value;
        for (count += length; count >= 8; count -= 8)
        {
            var next = (byte)((bits >> (count - 8)) & 0xFF);
            file.Add(next);
            if (next == 0xFF)
            {
                // Else it would be a marker.
                file.Add(0);
            }
        }

        bits &= (1u << count) - 1;
    }
}
