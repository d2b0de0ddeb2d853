using System.Globalization;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>A distribution and everybody it pays, as lists on paper and for the bank need it.</summary>
/// <param name="DecreeNumber">The number of the decree: of its draft until it is approved.</param>
/// <param name="DecreeDate">The date of the decree; null until it is approved.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Months">The claim months, in order.</param>
/// <param name="Recipients">Everybody, in the order of the list.</param>
public sealed record FeePayList(
    string DecreeNumber,
    DateOnly? DecreeDate,
    FeeDistributionStatus Status,
    IReadOnlyList<FiscalMonth> Months,
    IReadOnlyList<FeeRecipient> Recipients
)
{
    /// <summary>Whether no signed decree stands behind it, or no longer.</summary>
    public bool IsDraft => Status is FeeDistributionStatus.Prepared or FeeDistributionStatus.Reversed;

    /// <summary>What is paid out in all.</summary>
    public Rupiah Net => Recipients.Sum(recipient => recipient.Net);
}

/// <summary>
/// The list on which everybody signs for the fees (daftar tanda terima): F4 lying, tagged PDF/A, with letterhead and the signatures of
/// treasurer and Director. Safe to call from several threads.
/// </summary>
public static class FeeReceiptListPdf
{
    /// <summary>The file.</summary>
    /// <param name="list">What is paid to whom.</param>
    /// <param name="printedAt">When it is printed, as a clock in Wakatobi shows it.</param>
    /// <param name="isInvented">Whether it is of the invented year.</param>
    public static byte[] Write(FeePayList list, DateTimeOffset printedAt, bool isInvented = false) =>
        PdfLibrary.Exclusively(() =>
        {
            var title = $"Daftar tanda terima jasa pelayanan, keputusan {list.DecreeNumber}";
            using var document = new TaggedDocument(new DocumentFacts(title, printedAt));
            new FeeReceiptListSection(list, document, isInvented).Draw();
            return document.ToBytes();
        });
}

/// <summary>The list on its way to paper. Lengths are points.</summary>
internal sealed class FeeReceiptListSection(FeePayList list, TaggedDocument document, bool isInvented)
{
    private const double Gap = 10;

    // High enough to sign in.
    private const double Padding = 7;
    private const double SignatureWidth = 236;

    private static readonly PageFormat Format = PageFormat.F4Landscape;
    private static readonly double Left = PageFormat.Millimetres(20);
    private static readonly double Top = PageFormat.Millimetres(15);
    private static readonly double Bottom = Format.Height - PageFormat.Millimetres(20);
    private static readonly double Width = Format.Width - (2 * Left);

    private readonly NumberedPages pages = new(document, Format, Bottom + PageFormat.Millimetres(9), list.IsDraft)
    {
        IsInvented = isInvented,
    };
    private readonly TypeStyle title = new(13, bold: true);
    private readonly TypeStyle body = new(9.5);
    private readonly TypeStyle bold = new(9.5, bold: true);

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        pages.Begin();
        var y = FundLetterhead.Draw(document, Left, Width, Top);
        y = Centred(PdfBlockLevelElementTag.Heading1, "DAFTAR TANDA TERIMA JASA PELAYANAN", title, y);
        if (list.Months.Count > 0)
        {
            y = Centred(PdfBlockLevelElementTag.Paragraph, $"Bulan klaim {FiscalMonths.InWords(list.Months)}", body, y);
        }

        y = Centred(
            PdfBlockLevelElementTag.Paragraph,
            list.DecreeDate is { } signed
                ? $"Keputusan Direktur nomor {list.DecreeNumber} tanggal {IndonesianDate.InWords(signed)}"
                : $"Rancangan keputusan {list.DecreeNumber}",
            body,
            y
        );
        y = Table(y + Gap);
        Signatures(y + Gap);
    }

    private static string Figure(Rupiah amount) => amount.ToString().Replace("Rp", string.Empty, StringComparison.Ordinal);

    private double Centred(PdfBlockLevelElementTag tag, string text, TypeStyle style, double y)
    {
        foreach (var line in TextWrap.Wrap(text, style, Width))
        {
            document.Element(tag, () => document.Text(line.Text, style, Left + ((Width - line.Width) / 2), y + style.Baseline));
            y += style.LineHeight;
        }

        return y;
    }

    private double Table(double y)
    {
        var table = new PdfTable(
            [
                new TableColumn("No.", Width * 0.05, CellAlignment.Right),
                new TableColumn("Nama", Width * 0.24),
                new TableColumn("Nomor pegawai", Width * 0.15),
                new TableColumn("Unit", Width * 0.12),
                new TableColumn("Kotor (Rp)", Width * 0.11, CellAlignment.Right),
                new TableColumn("Potongan (Rp)", Width * 0.1, CellAlignment.Right),
                new TableColumn("Diterima (Rp)", Width * 0.11, CellAlignment.Right),
                new TableColumn("Tanda tangan", Width * 0.12),
            ],
            body,
            Padding
        );
        var rows = list
            .Recipients.Select(
                (recipient, index) =>
                    table.Lay([
                        new TableCell((index + 1).ToString(CultureInfo.InvariantCulture)),
                        new TableCell(recipient.Name),
                        new TableCell(recipient.StaffId),
                        new TableCell(recipient.Unit),
                        new TableCell(Figure(recipient.Gross)),
                        new TableCell(Figure(recipient.Withheld)),
                        new TableCell(Figure(recipient.Net)),
                        new TableCell(string.Create(CultureInfo.InvariantCulture, $"{index + 1}.")),
                    ])
            )
            .Append(
                table.Lay(
                    [
                        new TableCell(string.Empty),
                        new TableCell("Jumlah"),
                        new TableCell(string.Empty),
                        new TableCell(string.Empty),
                        new TableCell(Figure(list.Recipients.Sum(recipient => recipient.Gross))),
                        new TableCell(Figure(list.Recipients.Sum(recipient => recipient.Withheld))),
                        new TableCell(Figure(list.Net)),
                        new TableCell(string.Empty),
                    ],
                    bold
                )
            )
            .ToArray();
        var breaks = Pagination.Split(
            [.. rows.Select(row => row.Height)],
            Bottom - y - table.HeaderHeight,
            Bottom - Top - table.HeaderHeight,
            Gap + Closing
        );
        document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            foreach (var page in breaks)
            {
                var continued = page.Start.Value > 0;
                if (continued)
                {
                    pages.Begin();
                    y = Top;
                }

                y = table.Draw(document, Left, y, [.. rows.Take(page)], continued);
            }
        });
        return y;
    }

    private double Closing => Spelled.Count * body.LineHeight + Gap + body.LineHeight + Director.Height;

    private SignatureBlock Director => new(["Direktur"], null, null, body, SignatureWidth);

    private SignatureBlock Treasurer => new(["Bendahara Pengeluaran"], null, null, body, SignatureWidth);

    private IReadOnlyList<TextLine> Spelled => TextWrap.Wrap($"Terbilang: {list.Net.InWords()}", body, Width);

    private void Signatures(double y)
    {
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            foreach (var line in Spelled)
            {
                document.Text(line.Text, body, Left, y + body.Baseline);
                y += body.LineHeight;
            }
        });
        y += Gap;
        var right = Left + Width - SignatureWidth;
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            document.Text($"{FundReport.SeatName}, {Blanks.Line}", body, right, y + body.Baseline)
        );
        y += body.LineHeight;
        Treasurer.Draw(document, Left, y);
        Director.Draw(document, right, y);
    }
}
