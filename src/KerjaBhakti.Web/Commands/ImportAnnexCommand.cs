using System.CommandLine;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Roster.Importing;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>import-annex</c>: prints what a file would become, a line for each cell that is not plainly accepted. With <c>--commit</c> and
/// without errors it becomes a draft; without, no database is touched. The short names of posts are those
/// the portal begins with; before a file is stored it is read once more with those of the database, and what is otherwise then is printed.
/// </summary>
internal static class ImportAnnexCommand
{
    public static Command Create()
    {
        var file = AnnexArgument.File();
        var year = new Option<int>("--year") { Required = true, Description = "Tahun jadwal." };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 2000 or > 2199)
            {
                result.AddError("Tahun harus antara 2000 dan 2199.");
            }
        });
        var sheet = AnnexArgument.Sheet();
        var commit = new Option<bool>("--commit") { Description = "Simpan sebagai rancangan." };
        var command = new Command("import-annex", "Memeriksa lampiran dalam berkas baris demi baris dan menjadikannya rancangan.")
        {
            file,
            year,
            sheet,
            commit,
        };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                var source = result.GetValue(file)!;
                var institution = PortalInstitution.Serve(PortalHost.Settings());
                var gazetteer = institution.Gazetteer;
                var (read, preview) = Look(new PostAliases(institution.Aliases));
                Print(read, preview);
                if (result.GetValue(commit))
                {
                    await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                    await app.Services.GetRequiredService<PortalDatabase>().RequireAsync(cancellationToken);
                    var (own, stored) = Look(await app.Services.GetRequiredService<PublishedPostAliases>().ReadAsync(cancellationToken));
                    if (!own.Remarks.SequenceEqual(read.Remarks))
                    {
                        Print(own, stored);
                    }

                    await CommitAsync(app.Services, source, stored, cancellationToken);
                }

                return 0;

                (AnnexFile Read, ImportPreview Preview) Look(PostAliases aliases)
                {
                    var annex = AnnexArgument.Read(
                        source,
                        gazetteer,
                        aliases,
                        result.GetValue(year),
                        result.GetValue(year),
                        result.GetValue(sheet),
                        cancellationToken
                    );
                    return (
                        annex,
                        ImportPreview.Of(
                            annex.ToSource(),
                            ImportTarget.NewDraft(annex.Annex.Period),
                            EmptyCells.Keep,
                            gazetteer,
                            cancellationToken
                        )
                    );
                }
            }
        );
        return command;
    }

    /// <summary>Prints what the file would become.</summary>
    /// <exception cref="PortalStartException">It cannot be stored.</exception>
    private static void Print(AnnexFile file, ImportPreview preview)
    {
        foreach (var remark in AnnexArgument.Remarks(file))
        {
            Console.WriteLine($"{"catatan",-12}{remark}");
        }

        foreach (var row in preview.Rows)
        {
            foreach (var problem in row.Problems)
            {
                Console.WriteLine($"{"masalah",-12}{problem}");
            }

            foreach (var cell in row.Cells.Where(cell => cell.Verdict == CellVerdict.Alias))
            {
                Console.WriteLine(
                    $"{"ejaan lain",-12}Baris {row.Number}, {cell.Month.Name}: '{cell.Text}' dibaca sebagai {cell.Kecamatan!.Name}."
                );
            }

            foreach (var cell in row.Cells.Where(cell => cell.Text.Length == 0))
            {
                Console.WriteLine($"{"kosong",-12}Baris {row.Number}, {cell.Month.Name}: belum diisi.");
            }
        }

        Console.WriteLine(
            $"{preview.Rows.Count} baris untuk {preview.Period}: {preview.Rows.Count - preview.Errors} diterima, {preview.Errors} bermasalah. "
                + $"Sel: {preview.Count(CellVerdict.Accepted)} diterima, {preview.Count(CellVerdict.Alias)} ejaan lain, {preview.Count(CellVerdict.Unknown)} tidak dikenal, "
                + $"{preview.Count(CellVerdict.Empty)} kosong."
        );
        if (preview.WhyNot() is { } reason)
        {
            throw new PortalStartException(reason);
        }
    }

    private static async Task CommitAsync(
        IServiceProvider services,
        FileInfo file,
        ImportPreview preview,
        CancellationToken cancellationToken
    )
    {
        var published = await services.GetRequiredService<PublishedSchedules>().AllAsync(cancellationToken);
        var title = published.Count > 0 ? published[0].Title : $"Jadwal kerja bhakti {preview.Period}";
        var id = await services.GetRequiredService<ImportService>().CreateAsync(Actor.System, title, preview, file.Name, cancellationToken);
        Console.WriteLine($"Rancangan {preview.Period} dibuat: /roster/jadwal/{id}");
    }
}
