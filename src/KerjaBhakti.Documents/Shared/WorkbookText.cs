using ClosedXML.Excel;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Text in the cells of a workbook.</summary>
internal static class WorkbookText
{
    /// <summary>Puts text into a cell so that it stays this text, also when somebody enters the cell and leaves it again.</summary>
    public static void Set(IXLCell cell, string text)
    {
        cell.SetValue(SpreadsheetText.ForXml(text));
        if (SpreadsheetText.StartsFormula(text))
        {
            cell.Style.IncludeQuotePrefix = true;
        }
    }
}
