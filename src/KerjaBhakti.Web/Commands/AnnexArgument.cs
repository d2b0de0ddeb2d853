using System.CommandLine;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>The file of an annex as the commands take it, so that all of them read it alike.</summary>
internal static class AnnexArgument
{
    public static Argument<FileInfo> File() => new("FILE") { Description = "Lampiran sebagai xlsx atau csv." };

    public static Option<string?> Sheet() => new("--sheet") { Description = "Nama lembar, bila berkas memuat beberapa lampiran." };

    /// <summary>Reads the file; short names of posts are written in full.</summary>
    /// <exception cref="PortalStartException">It is not there, or is no annex.</exception>
    public static AnnexFile Read(
        FileInfo file,
        Gazetteer gazetteer,
        PostAliases aliases,
        int? year,
        int defaultYear,
        string? sheet,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var stream = file.OpenRead();
            return AnnexReader
                .Read(stream, file.Name, gazetteer, year, defaultYear, columns: null, sheet, cancellationToken)
                .InFull(aliases);
        }
        catch (TableUnreadableException unreadable)
        {
            throw new PortalStartException(unreadable.Message, unreadable);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {file.FullName} tidak dapat dibaca: {failure.Message}", failure);
        }
    }

    /// <summary>What is to be said of how the file was read.</summary>
    public static IEnumerable<string> Remarks(AnnexFile file)
    {
        foreach (var remark in file.Remarks)
        {
            yield return remark;
        }

        if (file.NumbersByOrder)
        {
            yield return "Berkas tidak memuat nomor; baris dinomori menurut urutannya.";
        }

        if (file.UnusedHeads.Count > 0)
        {
            yield return $"Kolom yang tidak dibaca: {string.Join(", ", file.UnusedHeads.Take(10))}.";
        }

        if (file.YearWasAssumed)
        {
            yield return $"Berkas tidak menyebutkan tahun; dipakai {file.Annex.Period.Year}. Sebutkan dengan --year bila lain.";
        }
    }
}
