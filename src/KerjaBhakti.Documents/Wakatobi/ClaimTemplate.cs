using ClosedXML.Excel;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>An empty table of claim totals to fill in, which <see cref="ClaimFile"/> reads.</summary>
public static class ClaimTemplate
{
    // In characters of the default font.
    private const double NameWidth = 42;
    private const double FigureWidth = 20;

    /// <summary>An xlsx with a row for each service.</summary>
    /// <param name="services">The services in the order they shall stand.</param>
    public static byte[] Write(IReadOnlyList<Service> services)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Klaim menurut layanan";
        var sheet = workbook.AddWorksheet("Klaim");
        string[] heads = ["Layanan", "Kasus", "Diajukan (Rp)"];
        foreach (var (index, head) in heads.Index())
        {
            sheet.Cell(1, index + 1).SetValue(head).Style.Font.SetBold();
        }

        foreach (var (index, service) in services.Index())
        {
            sheet.Cell(index + 2, 1).SetValue(service.Name);
        }

        sheet.Column(1).Width = NameWidth;
        sheet.Columns(2, 3).Width = FigureWidth;
        sheet.Columns(2, 3).Style.NumberFormat.Format = "#,##0";
        sheet.SheetView.FreezeRows(1);
        var figures = sheet.Range(2, 2, services.Count + 1, 3).SetDataValidation();
        figures.WholeNumber.EqualOrGreaterThan(0);
        figures.ErrorTitle = "Bilangan bulat";
        figures.ErrorMessage = "Isi bilangan bulat mulai dari nol, tanpa pecahan.";
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }
}
