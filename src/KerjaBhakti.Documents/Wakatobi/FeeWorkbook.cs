using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// A distribution as an xlsx workbook for people who check it: by component, by person and component, by person. Amounts and points are
/// numbers, staff numbers texts, and no text is ever a formula. A distribution that no signed decree stands behind says so in its first
/// lines.
/// </summary>
public static class FeeWorkbook
{
    private const int HeaderRow = 4;
    private const string Amounts = "#,##0";

    // A spreadsheet holds fifteen digits of a number; longer points stay text rather than change.
    private const int MostDigits = 15;

    /// <summary>The workbook: sheets "Komponen", "Pegawai dan komponen" and "Pegawai", each with its sum in the last line.</summary>
    public static byte[] Write(FeeDistribution distribution)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = SpreadsheetText.ForXml(TitleOf(distribution));
        workbook.Style.Font.FontSize = 10;
        var payments = FeePaymentShare
            .Of(distribution)
            .OrderBy(share => share.Payment.StaffId, StringComparer.Ordinal)
            .ThenBy(share => share.Payment.Component, StringComparer.Ordinal)
            .ToList();
        WriteComponents(new Sheet(workbook, "Komponen", distribution), distribution);
        WritePayments(new Sheet(workbook, "Pegawai dan komponen", distribution), payments, distribution.Pool);
        WritePeople(new Sheet(workbook, "Pegawai", distribution), [.. payments.Select(share => share.Payment)], distribution.Pool);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void WriteComponents(Sheet sheet, FeeDistribution distribution)
    {
        sheet.Head([("Komponen", 30), ("Bagian (%)", 14), ("Dibagi menurut", 18), ("Pegawai", 12), ("Jumlah (Rp)", 22)]);
        var payments = distribution.Payments.ToLookup(payment => payment.Component);
        foreach (var component in distribution.Components)
        {
            sheet.Next();
            sheet.Text(1, component.Code);
            sheet.Number(2, component.Share.ToString());
            sheet.Text(3, component.Method == FeeMethod.Points ? "poin" : "sama rata");
            sheet.Cell(4).SetValue(payments[component.Code].Count());
            sheet.Amount(5, payments[component.Code].Sum(payment => payment.Amount));
        }

        sheet.Finish(5, distribution.Pool);
    }

    private static void WritePayments(Sheet sheet, List<FeePaymentShare> payments, Rupiah pool)
    {
        sheet.Head([
            ("Nomor pegawai", 22),
            ("Nama", 36),
            ("Komponen", 20),
            ("Poin", 12),
            ("Bagian tepat sebelum pembulatan (Rp)", 40),
            ("Jumlah (Rp)", 22),
        ]);
        foreach (var (payment, exact) in payments)
        {
            sheet.Next();
            sheet.Text(1, payment.StaffId);
            sheet.Text(2, payment.Name);
            sheet.Text(3, payment.Component);
            sheet.Number(4, payment.Points);
            sheet.Text(5, Mixed(exact));
            sheet.Amount(6, payment.Amount);
        }

        sheet.Finish(6, pool);
    }

    private static void WritePeople(Sheet sheet, List<FeePayment> payments, Rupiah pool)
    {
        sheet.Head([("Nomor pegawai", 22), ("Nama", 36), ("Jumlah (Rp)", 22)]);
        foreach (var person in payments.GroupBy(payment => payment.StaffId))
        {
            sheet.Next();
            sheet.Text(1, person.Key);
            sheet.Text(2, person.First().Name);
            sheet.Amount(3, person.Sum(payment => payment.Amount));
        }

        sheet.Finish(3, pool);
    }

    /// <summary>"391 1/4": a third of a rupiah has no decimals that end.</summary>
    private static string Mixed(Fraction exact)
    {
        var whole = exact.Floor;
        var rest = exact.Numerator - (whole * exact.Denominator);
        return rest.IsZero
            ? whole.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{whole} {rest}/{exact.Denominator}");
    }

    private static string TitleOf(FeeDistribution distribution) =>
        distribution.DecreeDate is { } signed
            ? $"Pembagian jasa pelayanan, keputusan nomor {distribution.DecreeNumber} tanggal {IndonesianDate.InWords(signed)}"
            : $"Pembagian jasa pelayanan, rancangan {distribution.DecreeNumber}";

    private static string StateOf(FeeDistribution distribution) =>
        distribution switch
        {
            { Status: FeeDistributionStatus.Reversed } => $"Dibatalkan: {distribution.ReversalReason}",
            { PaidOn: { } paid } => $"Dibayar {IndonesianDate.InWords(paid)}",
            { Status: FeeDistributionStatus.Approved } => "Disetujui, belum dibayar",
            _ => "Konsep: disiapkan, belum disetujui",
        };

    /// <summary>A sheet that is written line by line.</summary>
    private sealed class Sheet(XLWorkbook workbook, string name, FeeDistribution distribution)
    {
        private readonly IXLWorksheet sheet = workbook.AddWorksheet(name);
        private int row = HeaderRow;

        public IXLCell Cell(int column) => sheet.Cell(row, column);

        public void Head(IReadOnlyList<(string Heading, double Width)> columns)
        {
            AnnexWorkbook.SetText(sheet.Cell(1, 1), TitleOf(distribution));
            sheet.Cell(1, 1).Style.Font.Bold = true;
            AnnexWorkbook.SetText(sheet.Cell(2, 1), StateOf(distribution));
            foreach (var (index, column) in columns.Index())
            {
                sheet.Cell(HeaderRow, index + 1).SetValue(column.Heading);
                sheet.Column(index + 1).Width = column.Width;
            }

            var header = sheet.Range(HeaderRow, 1, HeaderRow, columns.Count);
            header.Style.Font.Bold = true;
            header.Style.Fill.BackgroundColor = XLColor.FromHtml("#E7E6E6");
            sheet.SheetView.FreezeRows(HeaderRow);
            sheet.PageSetup.PaperSize = XLPaperSize.FolioPaper;
            sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
            sheet.PageSetup.FitToPages(1, 0);
            sheet.PageSetup.SetRowsToRepeatAtTop(HeaderRow, HeaderRow);
        }

        public void Next() => row++;

        public void Text(int column, string text) => AnnexWorkbook.SetText(Cell(column), text);

        public void Amount(int column, Rupiah amount) => Cell(column).SetValue(amount.Amount);

        /// <summary>Digits with at most one full stop as a number where the spreadsheet keeps all of them.</summary>
        public void Number(int column, string digits)
        {
            if (digits.Length is 0 or > MostDigits)
            {
                Text(column, digits);
                return;
            }

            Cell(column).SetValue(double.Parse(digits, CultureInfo.InvariantCulture));
        }

        public void Finish(int amountColumn, Rupiah pool)
        {
            if (row > HeaderRow)
            {
                sheet.Range(HeaderRow, 1, row, amountColumn).SetAutoFilter();
            }

            Next();
            Text(1, "Jumlah");
            Amount(amountColumn, pool);
            sheet.Range(row, 1, row, amountColumn).Style.Font.Bold = true;
            sheet.Range(HeaderRow + 1, amountColumn, row, amountColumn).Style.NumberFormat.Format = Amounts;
        }
    }
}
