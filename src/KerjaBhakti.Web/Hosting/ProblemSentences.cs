using Microsoft.AspNetCore.Diagnostics;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// What a program that asked wrongly is told: a title and a sentence for whoever reads its log, in the language of everything else. The
/// framework's own are English.
/// </summary>
internal static class ProblemSentences
{
    /// <summary>Says in Indonesian what the framework says in English.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Title = TitleOf(context.ProblemDetails.Status);
        context.ProblemDetails.Detail ??= Of(context.ProblemDetails.Status);
    }

    /// <summary>Answers in place of nothing, whatever was said to be accepted: a program that reads calendars asks for calendars.</summary>
    public static Task AnswerAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return TypedResults.Problem(statusCode: status, title: TitleOf(status), detail: Of(status)).ExecuteAsync(context.HttpContext);
    }

    private static string TitleOf(int? status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "Permintaan tidak dapat dibaca",
            StatusCodes.Status401Unauthorized => "Perlu masuk",
            StatusCodes.Status403Forbidden => "Tidak diizinkan",
            StatusCodes.Status404NotFound => "Tidak ditemukan",
            StatusCodes.Status405MethodNotAllowed => "Metode tidak diterima",
            StatusCodes.Status413PayloadTooLarge => "Terlalu besar",
            StatusCodes.Status415UnsupportedMediaType => "Bentuk isi tidak diterima",
            StatusCodes.Status429TooManyRequests => "Terlalu sering meminta",
            >= 500 => "Galat pada server",
            _ => "Permintaan tidak dapat dijawab",
        };

    private static string? Of(int? status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "Alamat atau isinya tidak dapat dibaca; periksa bentuk setiap parameter.",
            StatusCodes.Status404NotFound => "Tidak ada yang beralamat begitu.",
            StatusCodes.Status405MethodNotAllowed => "Alamat ini tidak menerima metode itu; lihat judul Allow.",
            StatusCodes.Status429TooManyRequests => "Terlalu sering meminta; coba lagi nanti.",
            >= 500 => "Yang sudah tersimpan tetap aman. Coba lagi nanti.",
            _ => null,
        };
}
