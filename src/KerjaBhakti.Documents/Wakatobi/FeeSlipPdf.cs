using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// Fee slips: F4 portrait with letterhead, tagged PDF/A. One that no signed decree stands behind says RANCANGAN, one of the invented year
/// DATA CONTOH. Safe to call from several threads.
/// </summary>
public static class FeeSlipPdf
{
    /// <summary>The slip of one person.</summary>
    /// <param name="slip">The slip.</param>
    /// <param name="printedAt">When it is printed, as a clock in Wakatobi shows it.</param>
    /// <param name="isInvented">Whether it is of the invented year.</param>
    public static byte[] Write(FeeSlip slip, DateTimeOffset printedAt, bool isInvented = false) =>
        Write($"Slip jasa pelayanan {slip.Name}", [slip], printedAt, isInvented);

    /// <summary>The slips of everybody in one file, each beginning on a page of its own.</summary>
    /// <param name="slips">The slips in the order they are printed, at least one.</param>
    /// <param name="printedAt">When they are printed, as a clock in Wakatobi shows it.</param>
    /// <param name="isInvented">Whether they are of the invented year.</param>
    public static byte[] WriteAll(IReadOnlyList<FeeSlip> slips, DateTimeOffset printedAt, bool isInvented = false) =>
        Write($"Slip jasa pelayanan, keputusan {slips[0].DecreeNumber}", slips, printedAt, isInvented);

    private static byte[] Write(string title, IReadOnlyList<FeeSlip> slips, DateTimeOffset printedAt, bool isInvented) =>
        PdfLibrary.Exclusively(() =>
        {
            using var document = new TaggedDocument(new DocumentFacts(title, printedAt));
            foreach (var slip in slips)
            {
                new FeeSlipSection(slip, document, isInvented).Draw();
            }

            return document.ToBytes();
        });
}

/// <summary>One slip on its way to paper. Lengths are points.</summary>
internal sealed class FeeSlipSection(FeeSlip slip, TaggedDocument document, bool isInvented)
{
    private const double Gap = 12;
    private const double Padding = 3;

    private static readonly double Left = PageFormat.Millimetres(25);
    private static readonly double Top = PageFormat.Millimetres(20);
    private static readonly double Bottom = PageFormat.F4Portrait.Height - PageFormat.Millimetres(25);
    private static readonly double Width = PageFormat.F4Portrait.Width - (2 * Left);
    private static readonly double LabelWidth = PageFormat.Millimetres(42);

    private readonly NumberedPages pages = new(document, PageFormat.F4Portrait, Bottom + PageFormat.Millimetres(10), slip.IsDraft)
    {
        IsInvented = isInvented,
    };
    private readonly TypeStyle title = new(13, bold: true);
    private readonly TypeStyle heading = new(11, bold: true);
    private readonly TypeStyle body = new(10.5);
    private readonly TypeStyle bold = new(10.5, bold: true);
    private double y = Top;

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        NextPage();
        y = FundLetterhead.Draw(document, Left, Width, y);
        Paragraph(PdfBlockLevelElementTag.Heading1, "Slip jasa pelayanan", title);
        y += Padding;
        foreach (var (label, text) in Facts())
        {
            Fact(label, text);
        }

        y += Gap;
        Table();
        y += Gap;
        Paragraph(PdfBlockLevelElementTag.Heading2, "Penjelasan", heading);
        foreach (var sentence in slip.Payments.Select(payment => payment.Explanation).Concat(Deductions()))
        {
            y += Padding;
            Paragraph(sentence);
        }
    }

    private IEnumerable<(string Label, string Text)> Facts()
    {
        if (slip.Months.Count > 0)
        {
            yield return ("Bulan klaim", FiscalMonths.InWords(slip.Months));
        }

        yield return ("Nama", slip.Name);
        yield return ("Nomor pegawai", slip.StaffId);
        if (slip.Unit.Length > 0)
        {
            yield return ("Unit", slip.Unit);
        }

        yield return slip.DecreeDate is { } signed
            ? ("Keputusan Direktur", $"nomor {slip.DecreeNumber} tanggal {IndonesianDate.InWords(signed)}")
            : ("Rancangan keputusan", slip.DecreeNumber);
        yield return (
            "Keadaan",
            slip switch
            {
                { Reversal: { } reversal } => reversal.Sentence,
                { Status: FeeDistributionStatus.Reversed } => "dibatalkan",
                { PaidOn: { } paid } => $"dibayar {IndonesianDate.InWords(paid)}",
                { Status: FeeDistributionStatus.Approved } => "disetujui, belum dibayar",
                _ => "disiapkan, belum disetujui",
            }
        );
    }

    private IEnumerable<string> Deductions() =>
        slip.Deductions.Count == 0
            ? []
            : slip.Deductions.Select(deduction => $"Potongan {deduction.Explain(slip.Total)}").Append(DeductionRules.Rounding);

    private void Table()
    {
        var table = new PdfTable(
            [
                new TableColumn("Uraian", Width * 0.5),
                new TableColumn("Poin", Width * 0.18, CellAlignment.Right),
                new TableColumn("Jumlah (Rp)", Width * 0.32, CellAlignment.Right),
            ],
            body,
            Padding
        );
        var rows = slip
            .Payments.Select(payment => Row(payment.Component, payment.Amount, payment.Points.Replace('.', ',')))
            .Append(Row(slip.Net == slip.Total ? "Jumlah diterima" : "Jumlah kotor", slip.Total, own: bold))
            .Concat(
                slip.Deductions.Select(deduction => Row($"Potongan {deduction.Name} {deduction.Rate.ToIndonesian()}", -deduction.Amount))
            )
            .Concat(slip.Kept == Rupiah.Zero ? [] : [Row("Potongan piutang jasa yang dibatalkan", -slip.Kept)])
            .Concat(slip.Net == slip.Total ? [] : [Row("Jumlah diterima", slip.Net, own: bold)])
            .ToArray();
        var breaks = Pagination.Split(
            [.. rows.Select(row => row.Height)],
            Bottom - y - table.HeaderHeight,
            Bottom - Top - table.HeaderHeight,
            0
        );
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

        TableRow Row(string text, Rupiah amount, string points = "", TypeStyle? own = null) =>
            table.Lay([new TableCell(text), new TableCell(points), new TableCell(Figure(amount))], own);
    }

    private static string Figure(Rupiah amount) => amount.ToString().Replace("Rp", string.Empty, StringComparison.Ordinal);

    private void Fact(string label, string text)
    {
        var lines = TextWrap.Wrap($": {text}", body, Width - LabelWidth);
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            document.Text($"{label} ", body, Left, y + body.Baseline);
            foreach (var line in lines)
            {
                document.Text(line.Text, body, Left + LabelWidth, y + body.Baseline);
                y += body.LineHeight;
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
