using System.IO.Compression;
using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation.Scans;

namespace KerjaBhakti.Web.Tests.Foundation.Scans;

/// <summary>Files that would end the process that reads them. That this test process is still there is part of each test.</summary>
public class ScanReaderTests
{
    private static readonly ScanReader Reader = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_AScan_HasItsPages() =>
        Assert.Equal(1, (await Reader.ReadAsync(InstructionPdf.Write(new InstructionPrint(Seed.Instruction)), Cancellation)).Pages);

    [Theory]
    [InlineData("[", "")]
    [InlineData("<</A", "")]
    [InlineData("[", "%stream\n")]
    public async Task Read_EndlessNesting_IsRefused(string opening, string before)
    {
        var nested = string.Concat(Enumerable.Repeat(opening, 500_000));
        var file = Encoding.Latin1.GetBytes($"%PDF-1.7\n{before}1 0 obj\n{nested}\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF");

        Assert.Equal(ScanProblem.Damaged, await ProblemOfAsync(file));
    }

    [Fact]
    public async Task Read_StructureThatInflatesWithoutEnd_IsRefused()
    {
        using var bomb = new MemoryStream();
        await using (var deflating = new ZLibStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var nothing = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                await deflating.WriteAsync(nothing, Cancellation);
            }
        }

        byte[] file =
        [
            .. Encoding.Latin1.GetBytes(
                $"%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 2/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length {bomb.Length}>>\nstream\n"
            ),
            .. bomb.ToArray(),
            .. "\nendstream\nendobj\nstartxref\n9\n%%EOF"u8,
        ];

        Assert.Equal(ScanProblem.Damaged, await ProblemOfAsync(file));
    }

    [Fact]
    public async Task Read_InAProcessThatTakesMoreMemoryThanItMay_GivesNothing()
    {
        var file = InstructionPdf.Write(new InstructionPrint(Seed.Instruction));
        using var roomy = new ReadingApart<ScanReading>(ScanReader.Command);
        using var tight = new ReadingApart<ScanReading>(ScanReader.Command, mostMemory: 4096);

        Assert.NotNull((await roomy.ReadAsync(file, Cancellation))?.Scan);
        Assert.Null(await tight.ReadAsync(file, Cancellation));
    }

    [Fact]
    public async Task Read_NoPdf_IsRefusedAtOnce() => Assert.Equal(ScanProblem.NotPdf, await ProblemOfAsync("GIF89a"u8.ToArray()));

    private static async Task<ScanProblem?> ProblemOfAsync(byte[] file) =>
        (await Assert.ThrowsAsync<ScanRefusedException>(() => Reader.ReadAsync(file, Cancellation))).Problem;
}
