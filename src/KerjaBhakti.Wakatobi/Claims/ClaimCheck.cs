using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>What is wrong with the numbers of a claim, as sentences.</summary>
internal static class ClaimCheck
{
    public static IEnumerable<string> Filings(IReadOnlyList<ClaimFiling> filings, IReadOnlyList<Service> services)
    {
        var known = services.ToDictionary(service => service.Code);
        foreach (var filing in filings)
        {
            if (!known.TryGetValue(filing.Service, out var service))
            {
                yield return $"Layanan '{filing.Service}' tidak dikenal.";
            }
            else if (!service.Active)
            {
                yield return $"Layanan {service.Name} tidak dipakai lagi.";
            }

            if (filing.Cases < 0 || filing.Filed.IsNegative)
            {
                yield return $"{service?.Name ?? filing.Service}: jumlah kasus dan rupiah tidak boleh kurang dari nol.";
            }
            else if (filing.Cases == 0 && filing.Filed != Rupiah.Zero)
            {
                yield return $"{service?.Name ?? filing.Service}: ada tagihan {filing.Filed} tanpa kasus.";
            }
        }

        foreach (var twice in filings.CountBy(filing => filing.Service).Where(count => count.Value > 1))
        {
            yield return $"{(known.TryGetValue(twice.Key, out var service) ? service.Name : twice.Key)} ada {twice.Value} kali.";
        }

        if (filings.All(filing => filing.Filed == Rupiah.Zero))
        {
            yield return "Klaim harus memuat sedikitnya satu layanan dengan tagihan.";
        }
    }

    public static IEnumerable<string> Verdicts(
        IReadOnlyList<ClaimLine> lines,
        IReadOnlyList<ClaimVerdict> verdicts,
        IReadOnlyList<Service> services
    )
    {
        string NameOf(string code) => services.FirstOrDefault(service => service.Code == code)?.Name ?? code;
        foreach (var line in lines)
        {
            if (verdicts.Count(verdict => verdict.Service == line.Service) != 1)
            {
                yield return $"Hasil verifikasi {NameOf(line.Service)} harus ada tepat satu kali.";
                continue;
            }

            var verdict = verdicts.First(verdict => verdict.Service == line.Service);
            Rupiah[] parts = [verdict.Verified, verdict.Pending, verdict.Disputed, verdict.Refused];
            if (parts.Any(part => part.IsNegative))
            {
                yield return $"{NameOf(line.Service)}: jumlah rupiah tidak boleh kurang dari nol.";
            }

            if (parts.Sum() != line.Filed)
            {
                yield return $"{NameOf(line.Service)}: layak, pending, dispute, dan ditolak berjumlah {parts.Sum()}, padahal yang diajukan {line.Filed}.";
            }
        }

        foreach (var unknown in verdicts.Where(verdict => lines.All(line => line.Service != verdict.Service)))
        {
            yield return $"{NameOf(unknown.Service)} tidak ada dalam klaim ini.";
        }
    }
}
