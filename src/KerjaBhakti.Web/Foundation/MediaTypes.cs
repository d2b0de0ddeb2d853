namespace KerjaBhakti.Web.Foundation;

/// <summary>The media types of files the portal gives out, where .NET has no name for them.</summary>
public static class MediaTypes
{
    /// <summary>An Excel workbook (ECMA-376).</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
