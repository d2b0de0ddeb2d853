using System.Globalization;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The annex (lampiran) as the office prints it: F4 landscape, tagged PDF/A.</summary>
public static class AnnexPdf
{
    /// <summary>The file. Safe to call from several threads at once.</summary>
    public static byte[] Write(AnnexPrint print) => PdfLibrary.Exclusively(() =>
    {
        using var document = new AnnexDocument(print);
        return document.Write();
    });
}

/// <summary>One annex on its way to paper: a method for each part of the page.</summary>
internal sealed class AnnexDocument : IDisposable
{
    private const string Governor = "Gubernur Provinsi Daerah Khusus Ibukota Jakarta";
    private const string Secretary = "Sekretaris Daerah";
    private const string Blank = "..............................";
    private const double HeadingWidth = 262;
    private const double SignatureWidth = 250;

    private static readonly TimeSpan JakartaTime = TimeSpan.FromHours(7);

    private readonly AnnexPrint print;
    private readonly TaggedDocument document;
    private readonly TypeStyle body = new(11);
    private readonly TypeStyle pageNumber = new(9);
    private readonly TypeStyle watermark = new(170, bold: true);
    private readonly IReadOnlyList<TextLine> authority;
    private readonly IReadOnlyList<TextLine> title;
    private readonly IReadOnlyList<string> signature;
    private readonly AnnexTable table;

    public AnnexDocument(AnnexPrint print)
    {
        this.print = print;
        document = new TaggedDocument(new DocumentFacts(print.Title, CreatedAt(print)));
        authority = TextWrap.Wrap($"Instruksi {Named(print.Instruction?.Authority, Governor)}", body, HeadingWidth);
        title = TextWrap.Balance(print.Title, body, AnnexPage.Width);
        signature = SignatureLines();
        table = AnnexTable.Fit(print.Annex);
    }

    private double HeadingHeight => ((authority.Count + 2) * body.LineHeight) + 4;

    private double TitleTop => AnnexPage.Top + HeadingHeight + 14;

    private double FirstTableTop => TitleTop + (title.Count * body.LineHeight) + 12;

    private double SignatureHeight => 14 + (signature.Count * body.LineHeight) + SigningSpace;

    /// <summary>Room for a signature and a stamp.</summary>
    private double SigningSpace => 3.5 * body.LineHeight;

    public byte[] Write()
    {
        var pages = Pagination.Split(
            [.. table.Rows.Select(row => row.Height)],
            AnnexPage.Bottom - FirstTableTop - table.HeaderHeight,
            AnnexPage.Bottom - AnnexPage.Top - table.HeaderHeight,
            SignatureHeight);

        BeginPage(1);
        Heading();
        Title();
        var bottom = Table(pages);
        Signature(bottom);
        return document.ToBytes();
    }

    public void Dispose() => document.Dispose();

    private static DateTimeOffset CreatedAt(AnnexPrint print) =>
        print.PrintedAt ?? new DateTimeOffset(print.Instruction?.IssuedOn ?? print.Annex.Period.First.FirstDay, TimeOnly.MinValue, JakartaTime);

    private static string Named(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;

    private void BeginPage(int number)
    {
        document.AddPage(PageFormat.F4Landscape);
        if (print.IsDraft)
        {
            Watermark();
        }

        // The first page bears the heading and no number, as letters of the office do.
        if (number > 1)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            document.TextArtifact(() => document.Text(
                text, pageNumber, (PageFormat.F4Landscape.Width - pageNumber.WidthOf(text)) / 2, AnnexPage.Bottom + 22));
        }
    }

    private void Watermark()
    {
        const string word = "KONSEP";
        var centre = new XPoint(PageFormat.F4Landscape.Width / 2, PageFormat.F4Landscape.Height / 2);
        var colour = new XSolidBrush(XColor.FromGrayScale(0.91));
        document.GraphicArtifact(graphics =>
        {
            var state = graphics.Save();
            graphics.RotateAtTransform(-25, centre);
            graphics.DrawString(
                word, watermark.Font, colour, centre.X - (watermark.WidthOf(word) / 2), centre.Y - (watermark.LineHeight / 2) + watermark.Baseline);
            graphics.Restore(state);
        });
    }

    /// <summary>"Lampiran : Instruksi Gubernur …" at the right, its number and date under it.</summary>
    private void Heading()
    {
        var hanging = body.WidthOf("Lampiran : ");
        var values = hanging + body.WidthOf("Tanggal  ");
        var left = AnnexPage.Right - hanging - HeadingWidth;
        var baseline = AnnexPage.Top + body.Baseline;

        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            document.Text("Lampiran : ", body, left, baseline);
            foreach (var line in authority)
            {
                document.Text(line.Text, body, left + hanging, baseline);
                baseline += body.LineHeight;
            }
        });

        baseline += 4;
        var instruction = print.Instruction;
        Labelled("Nomor ", string.Create(CultureInfo.InvariantCulture, $"{instruction?.Number.ToString(CultureInfo.InvariantCulture) ?? "............"} TAHUN {instruction?.Year ?? print.Annex.Period.Year}"));
        Labelled("Tanggal ", instruction is null ? Blank : InWords(instruction.IssuedOn));

        void Labelled(string label, string value)
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            {
                document.Text(label, body, left + hanging, baseline);
                document.Text(value, body, left + values, baseline);
            });
            baseline += body.LineHeight;
        }
    }

    private void Title() => document.Element(PdfBlockLevelElementTag.Heading1, () =>
    {
        var baseline = TitleTop + body.Baseline;
        foreach (var line in title)
        {
            document.Text(line.Text, body, AnnexPage.Left + ((AnnexPage.Width - line.Width) / 2), baseline);
            baseline += body.LineHeight;
        }
    });

    /// <summary>The table over all pages; returns where it ends on the last one.</summary>
    private double Table(IReadOnlyList<Range> pages)
    {
        var bottom = 0d;
        document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            var continued = false;
            for (var page = 0; page < pages.Count; page++)
            {
                if (page > 0)
                {
                    BeginPage(page + 1);
                }

                bottom = page == 0 ? FirstTableTop : AnnexPage.Top;
                var rows = table.Rows.Take(pages[page]).ToArray();
                if (rows.Length > 0 || page == pages.Count - 1)
                {
                    bottom = table.Draw(document, bottom, rows, continued);
                    continued = true;
                }
            }
        });
        return bottom;
    }

    /// <summary>The signature block at the right, under the last row.</summary>
    private void Signature(double tableBottom)
    {
        var baseline = tableBottom + 14 + body.Baseline;
        for (var index = 0; index < signature.Count; index++)
        {
            // Name and number stand below the space for the signature.
            if (index == signature.Count - 2)
            {
                baseline += SigningSpace;
            }

            var line = signature[index];
            document.Element(PdfBlockLevelElementTag.Paragraph, () => document.Text(line, body, AnnexPage.Right - SignatureWidth, baseline));
            baseline += body.LineHeight;
        }
    }

    /// <summary>On behalf of whom, in which office, name, NIP. The last two lines are always name and NIP; dots where nobody has signed yet.</summary>
    private IReadOnlyList<string> SignatureLines()
    {
        var signatory = print.Instruction?.Signatory ?? new Signatory(Governor, Secretary, Blank, Blank);
        var office = signatory.OnBehalfOf.Length == 0 ? signatory.Office : $"a.n. {signatory.OnBehalfOf}";
        var lines = TextWrap.Wrap(office, body, SignatureWidth).Select(line => line.Text.TrimEnd()).ToList();
        if (signatory.OnBehalfOf.Length > 0)
        {
            lines.AddRange(TextWrap.Wrap(signatory.Office, body, SignatureWidth).Select(line => line.Text.TrimEnd()));
        }

        lines[^1] += ",";
        var nip = print.Instruction is null || print.ShowNip ? signatory.Nip : Nip.Mask(signatory.Nip);
        return [.. lines, signatory.Name, $"NIP. {nip}"];
    }

    private static string InWords(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {RosterMonth.Of(date).Name} {date.Year}");
}
