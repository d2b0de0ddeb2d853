using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// What commands about a proposal read beside the annex: certificates and locked cells. Whatever is wrong with one is a refusal with the
/// reason.
/// </summary>
internal static class RotationFiles
{
    /// <summary>Reads a certificate.</summary>
    /// <exception cref="PortalStartException">It cannot be read.</exception>
    public static RotationCertificate ReadCertificate(FileInfo file) =>
        Reading(file, () => RotationCertificateJson.Read(File.ReadAllBytes(file.FullName)));

    /// <summary>
    /// Reads locked cells: a csv <c>row,month</c> with the number of a row and a month as <c>2016-05</c>, with or without that header.
    /// </summary>
    /// <exception cref="PortalStartException">It cannot be read, or a line names no cell of a rotating row.</exception>
    public static IReadOnlySet<RosterCell> ReadLocks(FileInfo file, Annex annex)
    {
        var locks = new HashSet<RosterCell>();
        foreach (var (index, line) in Reading(file, () => File.ReadAllLines(file.FullName)).Index())
        {
            var fields = line.Split(',', ';').Select(field => field.Trim().Trim('"')).ToArray();
            if (line.Trim().Length > 0 && !(index == 0 && fields is ["row", "month"]))
            {
                locks.Add(
                    LockOf(fields, annex)
                        ?? throw new PortalStartException(
                            $"{file.Name}, baris {index + 1}: '{line.Trim()}' bukan sel lampiran ini; tulis nomor baris bergilir dan bulan dari {annex.Period}, misalnya 41,{annex.Period.First}."
                        )
                );
            }
        }

        return locks;
    }

    private static RosterCell? LockOf(string[] fields, Annex annex)
    {
        if (
            fields is not [var number, var name]
            || !int.TryParse(number, out var row)
            || !RosterMonth.TryParse(name, out var month)
            || !annex.Period.Contains(month)
        )
        {
            return null;
        }

        var rows = annex.Rows.Index().Where(item => item.Item.Number == row && !item.Item.IsRegion).Select(item => item.Index).ToList();
        return rows is [var only] ? new RosterCell(only, month) : null;
    }

    private static T Reading<T>(FileInfo file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RosterRefusedException unreadable)
        {
            throw new PortalStartException(unreadable.Message, unreadable);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {file.FullName} tidak dapat dibaca: {failure.Message}", failure);
        }
    }
}
