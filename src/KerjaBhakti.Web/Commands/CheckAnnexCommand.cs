using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Roster.Reading;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Web.Api;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>check-annex</c>: prints what the auditor says of a file. Touches no database. A finding of severity error makes the exit status 1, because such an annex
/// cannot be issued; the findings are printed all the same.
/// </summary>
internal static class CheckAnnexCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Lampiran sebagai xlsx atau csv." };
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "text", Description = "Bentuk hasil." };
        format.AcceptOnlyFromAmong("text", "json");
        var year = new Option<int?>("--year") { Description = "Tahun jadwal, bila berkas tidak menyebutkannya." };
        var command = new Command("check-annex", "Memeriksa lampiran dalam berkas dan mencetak temuannya.") { file, format, year };
        command.SetAction(result =>
        {
            var annex = Read(result.GetValue(file)!, result.GetValue(year));
            var findings = new AnnexAuditor(SeedFiles.ReadGazetteer()).Audit(annex);
            Print(findings, result.GetValue(format) == "json");

            var errors = findings.Where(finding => finding.Kind.Severity == FindingSeverity.Error).ToList();
            return errors.Count == 0
                ? 0
                : throw new PortalStartException($"{errors.Count} temuan berat; lampiran ini tidak dapat ditetapkan. {errors[0].Message}");
        });
        return command;
    }

    private static KerjaBhakti.Roster.Schedules.Annex Read(FileInfo file, int? year)
    {
        try
        {
            using var stream = file.OpenRead();
            var read = AnnexReader.Read(stream, file.Name, SeedFiles.ReadGazetteer(), year, defaultYear: TimeProvider.System.GetLocalNow().Year);
            if (read.YearWasAssumed)
            {
                Console.Error.WriteLine($"Berkas tidak menyebutkan tahun; dipakai {read.Annex.Period.Year}. Sebutkan dengan --year bila lain.");
            }

            return read.Annex;
        }
        catch (AnnexUnreadableException unreadable)
        {
            throw new PortalStartException(unreadable.Message, unreadable);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {file.FullName} tidak dapat dibaca: {failure.Message}", failure);
        }
    }

    private static void Print(IReadOnlyList<Finding> findings, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings.Select(FindingJson.Of), Json));
            return;
        }

        foreach (var finding in findings)
        {
            Console.WriteLine($"{FindingJson.SeverityName(finding.Kind.Severity),-8}{finding.Kind.Code,-24}{finding.Message}");
        }

        Console.WriteLine(findings.Count == 0 ? "Tidak ada temuan." : $"{findings.Count} temuan.");
    }
}
