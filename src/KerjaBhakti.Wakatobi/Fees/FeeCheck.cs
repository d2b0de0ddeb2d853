using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>What is wrong with staff and points under a decree, all at once.</summary>
internal static class FeeCheck
{
    // A sheet with the wrong column fails in every line; who corrects it needs to see what is wrong, not two thousand times.
    private const int MostTold = 50;

    public static void Require(FeeDecree decree, IReadOnlyList<StaffPoints> staff)
    {
        var problems = Lines(decree, staff)
            .Concat(Duplicates(staff))
            .Concat(Spellings(staff))
            .Concat(Components(decree, staff))
            .Take(MostTold + 1)
            .ToList();
        if (problems.Count > MostTold)
        {
            problems[MostTold] = $"Masih ada masalah lain; yang ditampilkan hanya {MostTold} yang pertama.";
        }

        FundRefusedException.ThrowIfAny(problems);
    }

    private static IEnumerable<string> Lines(FeeDecree decree, IReadOnlyList<StaffPoints> staff)
    {
        var known = decree.Components.ToDictionary(component => component.Code);
        foreach (var line in staff)
        {
            if (StaffNumber.IsRounded(line.StaffId))
            {
                yield return $"{Where(line)}nomor pegawai '{line.StaffId}' ({line.Name}) sudah dibulatkan oleh lembar kerja, "
                    + "angka aslinya hilang; tulis nomornya sebagai teks.";
            }
            else if (line.StaffId.Length is 0 or > StaffPoints.StaffIdLength)
            {
                yield return $"{Where(line)}nomor pegawai '{line.StaffId}' harus diisi, paling panjang {StaffPoints.StaffIdLength} huruf.";
            }
            else if (line.StaffId == StaffPoints.Total)
            {
                yield return $"{Where(line)}nomor pegawai tidak boleh '{StaffPoints.Total}', karena baris jumlah memakainya.";
            }

            if (line.Name.Length > StaffPoints.NameLength)
            {
                yield return $"{Where(line)}nama pegawai '{line.StaffId}' paling panjang {StaffPoints.NameLength} huruf.";
            }

            if (!known.TryGetValue(line.Component, out var component))
            {
                yield return $"{Where(line)}komponen '{line.Component}' tidak ada dalam keputusan; yang ada {string.Join(", ", known.Keys)}.";
            }
            else if (component.Method == FeeMethod.Points && line.Points is null)
            {
                yield return $"{Where(line)}poin pegawai '{line.StaffId}' dalam komponen {line.Component} belum diisi.";
            }
        }
    }

    private static IEnumerable<string> Duplicates(IReadOnlyList<StaffPoints> staff) =>
        staff
            .GroupBy(line => (Key: StaffNumber.KeyOf(line.StaffId), line.Component))
            .Where(lines => lines.Skip(1).Any())
            .Select(lines =>
                $"Pegawai '{lines.First().StaffId}' ada {lines.Count()} kali dalam komponen {lines.Key.Component}{Places(lines)}; "
                + "satu pegawai hanya satu kali per komponen."
            );

    // Whoever has two numbers gets two slips and is paid twice where the shares are equal.
    private static IEnumerable<string> Spellings(IReadOnlyList<StaffPoints> staff) =>
        staff
            .GroupBy(line => StaffNumber.KeyOf(line.StaffId))
            .Select(same => same.DistinctBy(line => line.StaffId).ToList())
            .Where(spellings => spellings.Count > 1)
            .Select(spellings =>
                $"Nomor {string.Join(" dan ", spellings.Select(Spelled))} adalah satu nomor yang ditulis berlainan; tulis semuanya dengan satu cara."
            );

    private static string Spelled(StaffPoints line) =>
        line.Line is { } number ? $"'{line.StaffId}' ({line.Name}, baris {number})" : $"'{line.StaffId}' ({line.Name})";

    private static IEnumerable<string> Components(FeeDecree decree, IReadOnlyList<StaffPoints> staff)
    {
        var members = staff.ToLookup(line => line.Component);
        foreach (var component in decree.Components)
        {
            if (!members[component.Code].Any())
            {
                yield return $"Komponen {component.Code} tidak mempunyai pegawai, sehingga bagiannya tidak dapat dibagikan.";
            }
            else if (component.Method == FeeMethod.Points && members[component.Code].All(line => line.Points is null or { IsZero: true }))
            {
                yield return $"Jumlah poin komponen {component.Code} nol, sehingga bagiannya tidak dapat dibagikan.";
            }
        }
    }

    private static string Where(StaffPoints line) => line.Line is { } number ? $"Baris {number}: " : "Daftar pegawai: ";

    private static string Places(IEnumerable<StaffPoints> lines) =>
        string.Join(" dan ", lines.Where(line => line.Line is not null).Select(line => line.Line)) is { Length: > 0 } places
            ? $" (baris {places})"
            : string.Empty;
}
