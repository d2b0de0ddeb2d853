using System.CommandLine;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Public;
using KerjaBhakti.Web.Roster.Importing;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>import-annex</c>: prints what a file would become, a line for each cell that is not plainly accepted. With <c>--commit</c> and without errors it becomes
/// a draft; without, no database is touched.
/// </summary>
internal static class ImportAnnexCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Lampiran sebagai xlsx atau csv." };
        var year = new Option<int>("--year") { Required = true, Description = "Tahun jadwal." };
        year.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 2000 or > 2199)
            {
                result.AddError("Tahun harus antara 2000 dan 2199.");
            }
        });
        var commit = new Option<bool>("--commit") { Description = "Simpan sebagai rancangan." };
        var command = new Command("import-annex", "Memeriksa lampiran dalam berkas baris demi baris dan menjadikannya rancangan.") { file, year, commit };
        command.SetAction(async (result, cancellationToken) =>
        {
            var source = result.GetValue(file)!;
            var preview = Read(source, result.GetValue(year), cancellationToken);
            Print(preview);
            if (preview.WhyNot() is { } reason)
            {
                throw new PortalStartException(reason);
            }

            if (result.GetValue(commit))
            {
                await CommitAsync(source, preview, cancellationToken);
            }

            return 0;
        });
        return command;
    }

    private static ImportPreview Read(FileInfo file, int year, CancellationToken cancellationToken)
    {
        try
        {
            var gazetteer = SeedFiles.ReadGazetteer();
            using var stream = file.OpenRead();
            var read = AnnexReader.Read(stream, file.Name, gazetteer, year, year, cancellationToken: cancellationToken);
            return ImportPreview.Of(
                new ImportSource(read.Annex, read.FileRows), ImportTarget.NewDraft(read.Annex.Period), EmptyCells.Keep, gazetteer, cancellationToken);
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

    private static void Print(ImportPreview preview)
    {
        foreach (var row in preview.Rows)
        {
            foreach (var problem in row.Problems)
            {
                Console.WriteLine($"{"masalah",-12}{problem}");
            }

            foreach (var cell in row.Cells.Where(cell => cell.Verdict == CellVerdict.Alias))
            {
                Console.WriteLine($"{"ejaan lain",-12}Baris {row.Number}, {cell.Month.Name}: '{cell.Text}' dibaca sebagai {cell.Kecamatan!.Name}.");
            }

            foreach (var cell in row.Cells.Where(cell => cell.Text.Length == 0))
            {
                Console.WriteLine($"{"kosong",-12}Baris {row.Number}, {cell.Month.Name}: belum diisi.");
            }
        }

        Console.WriteLine(
            $"{preview.Rows.Count} baris untuk {preview.Period}: {preview.Rows.Count - preview.Errors} diterima, {preview.Errors} bermasalah. "
            + $"Sel: {preview.Count(CellVerdict.Accepted)} diterima, {preview.Count(CellVerdict.Alias)} ejaan lain, {preview.Count(CellVerdict.Unknown)} tidak dikenal, "
            + $"{preview.Count(CellVerdict.Unchanged)} kosong.");
    }

    private static async Task CommitAsync(FileInfo file, ImportPreview preview, CancellationToken cancellationToken)
    {
        await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
        await app.Services.GetRequiredService<PortalDatabase>().PrepareAsync(cancellationToken);
        var published = await app.Services.GetRequiredService<PublishedSchedules>().AllAsync(cancellationToken);
        var title = published.Count > 0 ? published[0].Title : $"Jadwal kerja bhakti {preview.Period}";
        var id = await app.Services.GetRequiredService<ImportService>().CreateAsync(Actor.System, title, preview, file.Name, cancellationToken);
        Console.WriteLine($"Rancangan {preview.Period} dibuat: /roster/jadwal/{id}");
    }
}
