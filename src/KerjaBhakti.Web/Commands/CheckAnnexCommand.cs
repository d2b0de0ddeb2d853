using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Roster.Api;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>check-annex</c>: prints what the auditor says of a file. Touches no database. A finding of severity error makes the exit status 1,
/// because such an annex cannot be issued; so does a certificate that does not hold. The findings are printed all the same.
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
        var file = AnnexArgument.File();
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "text", Description = "Bentuk hasil." };
        format.AcceptOnlyFromAmong("text", "json");
        var year = new Option<int?>("--year") { Description = "Tahun jadwal, bila berkas tidak menyebutkannya." };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 2000 or > 2199)
            {
                result.AddError("Tahun harus antara 2000 dan 2199.");
            }
        });
        var sheet = AnnexArgument.Sheet();
        var certificate = new Option<FileInfo?>("--certificate")
        {
            Description = "Sertifikat usulan sebagai JSON, yang diperiksa terhadap lampiran ini.",
        };
        var command = new Command("check-annex", "Memeriksa lampiran dalam berkas dan mencetak temuannya.")
        {
            file,
            format,
            year,
            sheet,
            certificate,
        };
        command.SetAction(
            (result, cancellationToken) =>
            {
                var institution = PortalInstitution.Serve(PortalHost.Settings());
                var gazetteer = institution.Gazetteer;
                var claimed = result.GetValue(certificate) is { } source ? RotationFiles.ReadCertificate(source) : null;
                var read = AnnexArgument.Read(
                    result.GetValue(file)!,
                    gazetteer,
                    new PostAliases(institution.Aliases),
                    result.GetValue(year) ?? claimed?.Period.Year,
                    TimeProvider.System.GetLocalNow().Year,
                    result.GetValue(sheet),
                    cancellationToken
                );
                var findings = new AnnexAuditor(gazetteer).Audit(read.Annex);
                Print(findings, result.GetValue(format) == "json");
                foreach (var remark in AnnexArgument.Remarks(read))
                {
                    Console.Error.WriteLine(remark);
                }

                // What an import refuses is refused here too, with the same words.
                var preview = ImportPreview.Of(
                    read.ToSource(),
                    ImportTarget.NewDraft(read.Annex.Period),
                    EmptyCells.Keep,
                    gazetteer,
                    cancellationToken
                );
                var errors = findings
                    .Where(finding => finding.Kind.Severity == FindingSeverity.Error)
                    .Select(finding => finding.Message)
                    .ToList();
                var problems = preview.Rows.SelectMany(row => row.Problems).ToList();
                if (errors.Count > 0 || preview.WhyNot() is not null)
                {
                    throw new PortalStartException(
                        $"{Math.Max(errors.Count, problems.Count)} temuan berat; lampiran ini tidak dapat ditetapkan. "
                            + (
                                read.Doubts.Select(doubt => doubt.Sentence).Concat(errors).Concat(problems).FirstOrDefault()
                                ?? preview.WhyNot()
                            )
                    );
                }

                if (claimed is not null)
                {
                    Verify(read.Annex, claimed, gazetteer, result.GetValue(format) == "json");
                }

                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static void Verify(Annex annex, RotationCertificate certificate, Gazetteer gazetteer, bool asJson)
    {
        var problems = CertificateCheck.Verify(annex, certificate, gazetteer);
        if (problems.Count > 0)
        {
            throw new PortalStartException(string.Join(Environment.NewLine, problems.Prepend("Sertifikat tidak cocok.")));
        }

        if (!asJson)
        {
            Console.WriteLine("Sertifikat cocok.");
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
