using System.Text.Json;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Api;

/// <summary>A form the printed annex is handed out in.</summary>
public enum AnnexFormat
{
    /// <summary>PDF/A, as signed.</summary>
    Pdf,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>Comma-separated text.</summary>
    Csv,
}

/// <summary>File names, media types and writers of the formats.</summary>
public static class AnnexFormats
{
    /// <summary>The end of the file name, without the dot.</summary>
    public static string Extension(this AnnexFormat format) => JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString());

    /// <summary>The media type (RFC 6838).</summary>
    public static string ContentType(this AnnexFormat format) => format switch
    {
        AnnexFormat.Pdf => "application/pdf",
        AnnexFormat.Xlsx => MediaTypes.Xlsx,
        AnnexFormat.Csv => "text/csv; charset=utf-8",
    };

    /// <summary>The annex in this form.</summary>
    public static byte[] Write(this AnnexFormat format, AnnexPrint print, Gazetteer gazetteer) => format switch
    {
        AnnexFormat.Pdf => AnnexPdf.Write(print),
        AnnexFormat.Xlsx => AnnexWorkbook.Write(print, gazetteer),
        AnnexFormat.Csv => AnnexCsv.Write(print.Annex),
    };
}
