using System.CommandLine;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>propose-annex</c>: fills, repairs or makes anew the rotation of an annex, from file to file. Touches no database. Where no proposal
/// keeps every rule it is refused
/// with what is in the way, and nothing is written.
/// </summary>
internal static class ProposeAnnexCommand
{
    public static Command Create()
    {
        var file = AnnexArgument.File();
        var sheet = AnnexArgument.Sheet();
        var year = new Option<int>("--year") { Required = true, Description = "Tahun jadwal." };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 2000 or > 2199)
            {
                result.AddError("Tahun harus antara 2000 dan 2199.");
            }
        });
        var way = new Option<string>("--way")
        {
            DefaultValueFactory = _ => "fill",
            Description = "fill: isi yang kosong; repair: perbaiki dengan perubahan sesedikit mungkin; new: susun baru.",
        };
        way.AcceptOnlyFromAmong("fill", "repair", "new");
        var leaveOut = new Option<string>("--leave-out")
        {
            DefaultValueFactory = _ => string.Empty,
            Description = "Kode kecamatan yang dikesampingkan, dipisah koma.",
        };
        leaveOut.Validators.Add(result =>
        {
            foreach (var code in CodesOf(result.GetValueOrDefault<string>()).Where(code => !KecamatanCode.TryParse(code, out _)))
            {
                result.AddError($"'{code}' bukan kode kecamatan; bentuknya 00.00.00.");
            }
        });
        var locks = new Option<FileInfo?>("--locks") { Description = "Sel terkunci sebagai csv: row,month, misalnya 41,2016-05." };
        var before = new Option<FileInfo?>("--before") { Description = "Lampiran sebelumnya, supaya bulan terakhirnya tidak terulang." };
        var seed = new Option<int>("--seed") { Description = "Bilangan yang memilih di antara usulan yang sama baik; bawaan 0." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "Berkas csv yang ditulis." };
        var certificate = new Option<FileInfo?>("--certificate") { Description = "Berkas JSON sertifikat yang ditulis." };
        var command = new Command("propose-annex", "Mengusulkan pembagian kecamatan yang merata untuk lampiran dalam berkas.")
        {
            file,
            year,
            sheet,
            way,
            leaveOut,
            locks,
            before,
            seed,
            output,
            certificate,
        };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                var institution = PortalInstitution.Serve(PortalHost.Settings());
                var gazetteer = institution.Gazetteer;
                var aliases = new PostAliases(institution.Aliases);
                var annex = AnnexArgument
                    .Read(
                        result.GetValue(file)!,
                        gazetteer,
                        aliases,
                        result.GetValue(year),
                        result.GetValue(year),
                        result.GetValue(sheet),
                        cancellationToken
                    )
                    .Annex;
                var proposal = Propose(
                    new RotationRequest(annex, gazetteer, Enum.Parse<RotationWay>(result.GetValue(way)!, ignoreCase: true))
                    {
                        Limits = new RotationLimits
                        {
                            LeftOut = LeftOut(result.GetValue(leaveOut), gazetteer),
                            Locked = result.GetValue(locks) is { } locked
                                ? RotationFiles.ReadLocks(locked, annex)
                                : RotationLimits.None.Locked,
                        },
                        Earlier = result.GetValue(before) is { } earlier
                            ? EarlierDuties.Of(
                                AnnexArgument
                                    .Read(
                                        earlier,
                                        gazetteer,
                                        aliases,
                                        year: null,
                                        result.GetValue(year) - 1,
                                        sheet: null,
                                        cancellationToken
                                    )
                                    .Annex,
                                annex
                            )
                            : [],
                        Seed = result.GetValue(seed),
                    },
                    cancellationToken
                );
                var proven = RotationCertificate.Of(proposal.Request, proposal.Annex);
                if (result.GetValue(certificate) is { } target)
                {
                    await OutputFile.SaveAsync(target, RotationCertificateJson.Write(proven), cancellationToken);
                }

                await OutputFile.SaveAsync(result.GetValue(output)!, AnnexCsv.Write(proposal.Annex), cancellationToken);
                Print(proposal, proven);
                return 0;
            }
        );
        return command;
    }

    private static RotationProposal Propose(RotationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var proposal = RotationEngine.Propose(request, cancellationToken);
            return proposal.KeepsEveryRule ? proposal : throw new PortalStartException(string.Join(Environment.NewLine, WhyNot(proposal)));
        }
        catch (RosterRefusedException refused)
        {
            throw new PortalStartException(refused.Message, refused);
        }
    }

    private static IEnumerable<string> WhyNot(RotationProposal proposal)
    {
        yield return "Tidak ada pembagian yang memenuhi semua aturan.";
        foreach (var obstacle in proposal.Obstacles)
        {
            yield return obstacle.Message;
        }

        if (proposal.Release.Count > 0)
        {
            var cells = proposal.Release.Select(cell => $"{proposal.Request.Annex.Rows[cell.Row].Number},{cell.Month}");
            yield return $"Paling sedikit {proposal.Release.Count} sel perlu dilepas, misalnya {string.Join(' ', cells)}";
        }
    }

    private static HashSet<KecamatanCode> LeftOut(string? text, Gazetteer gazetteer)
    {
        var codes = CodesOf(text).Select(KecamatanCode.Parse).ToHashSet();
        return codes.FirstOrDefault(code => gazetteer.Find(code) is null) is var unknown && unknown != default
            ? throw new PortalStartException($"Tidak ada kecamatan dengan kode {unknown}.")
            : codes;
    }

    private static string[] CodesOf(string? text) =>
        (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Print(RotationProposal proposal, RotationCertificate certificate)
    {
        foreach (var change in proposal.Changes.Where(_ => proposal.Request.Way != RotationWay.New))
        {
            var row = proposal.Request.Annex.Rows[change.Cell.Row];
            var before = change.Before.IsEmpty ? "kosong" : change.Before.AsPrinted;
            Console.WriteLine($"Baris {row.Number}, {change.Cell.Month.Name}: {before} → {change.After.AsPrinted}. {change.Reason}");
        }

        Console.WriteLine(
            $"{proposal.Changes.Count} sel berubah. Setiap bulan {certificate.Months.Min(month => month.Smallest)} sampai {certificate.Months.Max(month => month.Largest)} baris "
                + $"per kecamatan, sepanjang periode {certificate.SmallestTotal} sampai {certificate.LargestTotal}."
        );
        if (proposal.Request.Way == RotationWay.Repair)
        {
            Console.WriteLine(
                certificate.IsProvenFewest
                    ? "Terbukti: tidak ada perbaikan dengan perubahan lebih sedikit."
                    : $"Batas bawah perubahan: {certificate.LowerBound}."
            );
        }
    }
}
