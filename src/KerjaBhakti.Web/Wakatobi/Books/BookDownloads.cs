using KerjaBhakti.Documents.Wakatobi.Books;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>The books of a year as files: for a spreadsheet, and for accounting programs that read plain text.</summary>
public static class BookDownloads
{
    /// <summary>Adds <c>/wakatobi/buku/{tahun}.xlsx</c>, <c>.csv</c> and <c>.journal</c>.</summary>
    public static void MapBookDownloads(this IEndpointRouteBuilder routes)
    {
        Map("xlsx", MediaTypes.Xlsx, books => books.ToWorkbook());
        Map("csv", "text/csv", books => books.ToCsv());
        Map("journal", "text/plain", books => books.ToHledger());

        void Map(string extension, string type, Func<YearBooks, byte[]> write) =>
            routes
                .MapGet(
                    $"/wakatobi/buku/{{tahun:int}}.{extension}",
                    (int tahun, HttpContext http, FundBooks books, CancellationToken cancellationToken) =>
                        AnswerAsync(tahun, http, books, type, extension, write, cancellationToken)
                )
                .RequireAuthorization(Access.ReadFund)
                .ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> AnswerAsync(
        int year,
        HttpContext http,
        FundBooks books,
        string type,
        string extension,
        Func<YearBooks, byte[]> write,
        CancellationToken cancellationToken
    )
    {
        if (year is < 2000 or > 2199 || await books.YearAsync(http.User, year, cancellationToken) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(write(kept), type, FormattableString.Invariant($"buku-{year}.{extension}"));
    }
}
