using System.CommandLine;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// <c>verify-audit</c>: checks what is stored, here or in a file, and never writes. Exit status 0: all holds. 1: something does not; each
/// find is a line on standard error. 2: it could not be checked.
/// </summary>
internal static class VerifyAuditCommand
{
    private const int Broken = 1;
    private const int NotChecked = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Basis data atau cadangan yang diperiksa; tanpa ini, basis data portal.",
        };
        var since = new Option<FileInfo?>("--since")
        {
            Description = "Berkas teks dengan ujung jejak audit yang dicatat di luar portal, yang harus masih termuat.",
        };
        var command = new Command(
            "verify-audit",
            "Membandingkan semua rekaman, lampiran yang sudah ditetapkan, dan berkas unggahan dengan jejak audit. Tidak menulis apa pun."
        )
        {
            file,
            since,
        };
        command.SetAction(
            async (result, cancellationToken) =>
            {
                await using var app = PortalHost.Build(["--Logging:LogLevel:Default=Warning"]);
                try
                {
                    var report = await CheckAsync(app, result.GetValue(file), result.GetValue(since), cancellationToken);
                    await Console.Out.WriteAsync(string.Concat(report.Held.Select(line => line + Environment.NewLine)));
                    await Console.Error.WriteAsync(string.Concat(report.Finds.Select(line => line + Environment.NewLine)));
                    return report.Holds ? 0 : Broken;
                }
                catch (PortalStartException reason)
                {
                    await Console.Error.WriteLineAsync($"Tidak dapat diperiksa. {reason.Message}");
                    return NotChecked;
                }
            }
        );
        return command;
    }

    private static async Task<RecordReport> CheckAsync(
        WebApplication app,
        FileInfo? file,
        FileInfo? since,
        CancellationToken cancellationToken
    )
    {
        var ends = since is null ? [] : await EndsInAsync(since, cancellationToken);
        var database = app.Services.GetRequiredService<PortalDatabase>();
        var path = file?.FullName ?? (database.IsSqlServer ? null : PortalDatabase.SqliteFile(app.Configuration));
        if (path is not null && new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw new PortalStartException($"Berkas {path} tidak ada atau kosong.");
        }

        RecordReport? report = null;
        await database.ExplainAsync(
            async db =>
            {
                report = await PortalDatabase.StateOfAsync(db, cancellationToken) switch
                {
                    SchemaState.Current => await RecordCheck.RunAsync(db, ends, cancellationToken),
                    SchemaState.Older => throw new PortalStartException(
                        "Basis data ini dari versi sebelumnya. Mutakhirkan salinannya lebih dahulu dengan perintah migrate."
                    ),
                    _ => throw new PortalStartException("Di dalamnya tidak ada basis data portal."),
                };
            },
            path is null ? null : OpenReadOnly(path)
        );
        return report!;
    }

    private static async Task<IReadOnlyList<TrailEnd>> EndsInAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var ends = TrailEnd.ReadAll(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            return ends.Count > 0
                ? ends
                : throw new PortalStartException($"Berkas {file.FullName} tidak memuat ujung jejak audit (jumlah catatan dan hash).");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {file.FullName} tidak dapat dibaca: {failure.Message}", failure);
        }
    }

    private static PortalDbContext OpenReadOnly(string path) =>
        new(
            (DbContextOptions<PortalDbContext>)
                new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(path, readOnly: true).Options
        );
}
