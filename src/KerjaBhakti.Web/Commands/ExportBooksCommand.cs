using System.CommandLine;
using KerjaBhakti.Data;
using KerjaBhakti.Documents.Wakatobi.Books;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Commands;

/// <summary><c>export-books</c>: writes the books of a year to a file that other accounting programs read, check and total.</summary>
internal static class ExportBooksCommand
{
    public static Command Create()
    {
        var year = new Option<int>("--year") { Required = true, Description = "Tahun anggaran." };
        var format = new Option<string>("--format") { Required = true, Description = "Bentuk berkas." };
        format.AcceptOnlyFromAmong("hledger", "xlsx", "csv");
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Berkas yang ditulis." };
        var command = new Command("export-books", "Menulis buku dana klaim satu tahun ke berkas.") { year, format, output };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                await app.Services.GetRequiredService<PortalDatabase>().RequireAsync(cancellationToken);
                await using var db = await app
                    .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
                    .CreateDbContextAsync(cancellationToken);
                var wanted = result.GetValue(year);
                var books =
                    wanted is >= 2000 and <= 2199 && await FundBooks.YearAsync(db, wanted, cancellationToken) is { } kept
                        ? kept
                        : throw new PortalStartException($"Buku belum mempunyai tahun {wanted}.");
                await OutputFile.SaveAsync(result.GetValue(output)!, Write(books, result.GetValue(format)!), cancellationToken);
                Console.WriteLine($"{books.Entries.Count} jurnal, selisih debit dan kredit {books.Balance.Difference}.");
                return 0;
            }
        );
        return command;
    }

    private static byte[] Write(YearBooks books, string format) =>
        format switch
        {
            "hledger" => books.ToHledger(),
            "xlsx" => books.ToWorkbook(),
            _ => books.ToCsv(),
        };
}
