using System.Text.Json;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Api;

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
    public static string ContentType(this AnnexFormat format) =>
        format switch
        {
            AnnexFormat.Pdf => "application/pdf",
            AnnexFormat.Xlsx => MediaTypes.Xlsx,
            AnnexFormat.Csv => "text/csv; charset=utf-8",
        };

    /// <summary>The media type without its parameters.</summary>
    public static string MediaType(this AnnexFormat format) => format.ContentType().Split(';')[0];

    /// <summary>What the file of an issued annex is called: "lampiran-instruksi-118-2015.pdf".</summary>
    public static string FileNameOf(this AnnexFormat format, Instruction instruction) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"lampiran-instruksi-{instruction.Number}-{instruction.Year}.{format.Extension()}"
        );

    /// <summary>The annex in this form.</summary>
    public static byte[] Write(this AnnexFormat format, AnnexPrint print, Gazetteer gazetteer) =>
        format switch
        {
            AnnexFormat.Pdf => AnnexPdf.Write(print),
            AnnexFormat.Xlsx => AnnexWorkbook.Write(print, gazetteer),
            AnnexFormat.Csv => AnnexCsv.Write(print.Annex),
        };
}
