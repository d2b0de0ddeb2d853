using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Fees;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>The fee slip of one person: F4 portrait, tagged PDF/A. One that no signed decree stands behind says KONSEP. Safe to call from several threads.</summary>
public static class FeeSlipPdf
{
    /// <summary>The file.</summary>
    /// <param name="slip">The slip.</param>
    /// <param name="printedAt">When it is printed, as a clock in Wakatobi shows it.</param>
    public static byte[] Write(FeeSlip slip, DateTimeOffset printedAt) => PdfLibrary.Exclusively(() =>
    {
        using var document = new TaggedDocument(new DocumentFacts($"Slip jasa pelayanan {slip.Name}", printedAt));
        new FeeSlipSection(slip, document).Draw();
        return document.ToBytes();
    });
}

/// <summary>One slip on its way to paper. Lengths are points.</summary>
internal sealed class FeeSlipSection(FeeSlip slip, TaggedDocument document)
{
    private const double Gap = 12;
    private const double Padding = 3;

    private static readonly double Left = PageFormat.Millimetres(25);
    private static readonly double Top = PageFormat.Millimetres(20);
    private static readonly double Bottom = PageFormat.F4Portrait.Height - PageFormat.Millimetres(25);
    private static readonly double Width = PageFormat.F4Portrait.Width - (2 * Left);

    private readonly NumberedPages pages = new(document, PageFormat.F4Portrait, Bottom + PageFormat.Millimetres(10), slip.IsDraft);
    private readonly TypeStyle title = new(13, bold: true);
    private readonly TypeStyle heading = new(11, bold: true);
    private readonly TypeStyle body = new(10.5);
    private double y = Top;

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        NextPage();
        Paragraph(PdfBlockLevelElementTag.Heading1, "Slip jasa pelayanan", title);
        Paragraph("UPTD RSUD Kabupaten Wakatobi");
        y += Gap;
        foreach (var fact in Facts())
        {
            Paragraph(fact);
        }

        y += Gap;
        Table();
        y += Gap;
        Paragraph(PdfBlockLevelElementTag.Heading2, "Penjelasan", heading);
        foreach (var payment in slip.Payments)
        {
            y += Padding;
            Paragraph(payment.Explanation);
        }
    }

    private IEnumerable<string> Facts()
    {
        yield return $"Nama: {slip.Name}";
        yield return $"Nomor pegawai: {slip.StaffId}";
        yield return slip.DecreeDate is { } signed
            ? $"Keputusan Direktur: nomor {slip.DecreeNumber} tanggal {IndonesianDate.InWords(signed)}"
            : $"Rancangan keputusan: {slip.DecreeNumber}";
        yield return slip switch
        {
            { Status: FeeDistributionStatus.Reversed } => "Keadaan: dibatalkan",
            { PaidOn: { } paid } => $"Dibayar: {IndonesianDate.InWords(paid)}",
            { Status: FeeDistributionStatus.Approved } => "Keadaan: disetujui, belum dibayar",
            _ => "Keadaan: disiapkan, belum disetujui",
        };
    }

    private void Table()
    {
        var table = new PdfTable(
            [new TableColumn("Komponen", Width * 0.45), new TableColumn("Poin", Width * 0.2), new TableColumn("Jumlah", Width * 0.35)], body, Padding);
        var rows = slip.Payments
            .Select(payment => table.Lay([new TableCell(payment.Component), new TableCell(payment.Points.Replace('.', ',')), new TableCell(payment.Amount.ToString())]))
            .Append(table.Lay([new TableCell("Jumlah diterima"), new TableCell(string.Empty), new TableCell(slip.Total.ToString())]))
            .ToArray();
        var breaks = Pagination.Split([.. rows.Select(row => row.Height)], Bottom - y - table.HeaderHeight, Bottom - Top - table.HeaderHeight, 0);
        document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            foreach (var page in breaks)
            {
                var continued = page.Start.Value > 0;
                if (continued)
                {
                    NextPage();
                }

                y = table.Draw(document, Left, y, [.. rows.Take(page)], continued);
            }
        });
    }

    private void Paragraph(string text) => Paragraph(PdfBlockLevelElementTag.Paragraph, text, body);

    private void Paragraph(PdfBlockLevelElementTag tag, string text, TypeStyle style)
    {
        var lines = TextWrap.Wrap(text, style, Width);
        if (y + (lines.Count * style.LineHeight) > Bottom)
        {
            NextPage();
        }

        document.Element(tag, () =>
        {
            foreach (var line in lines)
            {
                if (y + style.LineHeight > Bottom)
                {
                    NextPage();
                }

                document.Text(line.Text, style, Left, y + style.Baseline);
                y += style.LineHeight;
            }
        });
    }

    private void NextPage()
    {
        pages.Begin();
        y = Top;
    }
}
