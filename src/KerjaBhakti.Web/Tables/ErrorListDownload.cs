using System.Text.Json;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Tables;

/// <summary>The list of problems of an import as a workbook, made of what its page shows: nothing of it is kept on the server.</summary>
public static class ErrorListDownload
{
    /// <summary>The name of the form's field that holds the rows.</summary>
    public const string Field = "baris";

    // A list has five thousand rows at most; beyond this nobody made it here.
    private const int MostCharacters = 4 * 1024 * 1024;
    private const int MostRows = 5000;

    /// <summary>The rows as the field holds them: the texts of each, and its problem where it has one.</summary>
    public static string Pack(IEnumerable<(IReadOnlyList<string> Texts, string? Problem)> rows) =>
        JsonSerializer.Serialize(rows.Select(row => new Row(row.Texts, row.Problem)));

    /// <summary>Answers the form with the workbook.</summary>
    /// <param name="http">The request.</param>
    /// <param name="antiforgery">Checks its token.</param>
    /// <param name="name">The name of the sheet and of the file.</param>
    /// <param name="heads">The heads of the columns.</param>
    public static async Task<IResult> AnswerAsync(HttpContext http, IAntiforgery antiforgery, string name, IReadOnlyList<string> heads)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return Unpack(form[Field]) is { } rows
            ? TypedResults.File(
                ErrorList.Write(name, heads, rows.Select(row => (row.Texts, row.Problem))),
                MediaTypes.Xlsx,
                $"masalah-{name}.xlsx"
            )
            : TypedResults.BadRequest();
    }

    private static List<Row>? Unpack(string? json)
    {
        try
        {
            return
                json is { Length: > 0 and <= MostCharacters }
                && JsonSerializer.Deserialize<List<Row>>(json) is { Count: > 0 and <= MostRows } rows
                && rows.TrueForAll(row => row?.Texts is not null)
                ? rows
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Row(IReadOnlyList<string> Texts, string? Problem);
}
