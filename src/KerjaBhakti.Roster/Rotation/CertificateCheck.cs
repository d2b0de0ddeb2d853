using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Verifies a certificate against the annex it is said of. It trusts neither the certificate nor what made it: it restores the annex before
/// from the changes and counts everything again, plainly, with no code of the engine.
/// </summary>
public sealed class CertificateCheck
{
    private readonly RotationCertificate certificate;
    private readonly Gazetteer gazetteer;
    private readonly Annex annex;
    private readonly HashSet<KecamatanCode> inUse;
    private readonly List<string> problems = [];

    private CertificateCheck(Annex annex, RotationCertificate certificate, Gazetteer gazetteer)
    {
        (this.annex, this.certificate, this.gazetteer) = (annex, certificate, gazetteer);
        inUse = [.. gazetteer.Kecamatan.Select(kecamatan => kecamatan.Code).Where(code => !certificate.Limits.LeftOut.Contains(code))];
    }

    /// <summary>Everything that is not as the certificate says, whole Indonesian sentences; empty where it holds.</summary>
    public static IReadOnlyList<string> Verify(Annex annex, RotationCertificate certificate, Gazetteer gazetteer)
    {
        var check = new CertificateCheck(annex, certificate, gazetteer);
        if (certificate.Period != annex.Period)
        {
            return [$"Sertifikat ini untuk {certificate.Period}, lampiran ini untuk {annex.Period}."];
        }

        if (RotationHash.Of(annex) != certificate.ResultHash)
        {
            return ["Lampiran ini bukan lampiran yang disertifikatkan: isinya berbeda."];
        }

        if (check.inUse.Count == 0)
        {
            return ["Sertifikat mengesampingkan semua kecamatan."];
        }

        check.Figures();
        check.Rules();
        if (check.Restore() is { } before)
        {
            check.Origin(before);
        }

        return check.problems;
    }

    private void Figures()
    {
        foreach (var month in annex.Period.Months)
        {
            var counts = CountsOf(Placed(annex).Where(cell => cell.At.Month == month));
            var said = certificate.Months.FirstOrDefault(said => said.Month == month);
            Expect($"{month.Name}, jumlah baris", counts.Sum(), said?.Rows);
            Expect($"{month.Name}, baris paling sedikit", counts.Min(), said?.Smallest);
            Expect($"{month.Name}, baris paling banyak", counts.Max(), said?.Largest);
        }

        var totals = CountsOf(Placed(annex));
        Expect("jumlah sepanjang periode paling sedikit", totals.Min(), certificate.SmallestTotal);
        Expect("jumlah sepanjang periode paling banyak", totals.Max(), certificate.LargestTotal);
        var placed = Placed(annex).ToList();
        Expect("pengulangan", placed.Count - placed.Select(cell => (cell.At.Row, cell.Code)).Distinct().Count(), certificate.Repeats);
        Expect(
            "kecamatan dari lampiran sebelumnya",
            placed.Count(cell => EarlierOf(cell.At.Row).Contains(cell.Code)),
            certificate.EarlierAgain
        );

        var cities = placed
            .GroupBy(cell => cell.At.Row, cell => cell.Code.City)
            .ToDictionary(row => row.Key, row => row.Distinct().Count());
        foreach (var (row, _) in annex.Rows.Index().Where(row => !row.Item.IsRegion))
        {
            var said = certificate.Rows.FirstOrDefault(said => said.Row == row);
            Expect($"baris ke-{row + 1}, kota", cities.GetValueOrDefault(row), said?.Cities);
        }

        var pairs = placed
            .GroupBy(cell => (cell.At.Month, cell.Code), cell => cell.At.Row)
            .SelectMany(rows =>
                rows.SelectMany(first => rows.Where(second => first < second), (first, second) => (First: first, Second: second))
            )
            .CountBy(pair => pair)
            .Where(pair => pair.Value > 1)
            .Select(pair => new CertifiedPair(pair.Key.First, pair.Key.Second, pair.Value))
            .ToHashSet();
        if (!pairs.SetEquals(certificate.PairsMeetingAgain))
        {
            problems.Add(
                $"Pasangan yang bertemu lebih dari sekali: {pairs.Count}, menurut sertifikat {certificate.PairsMeetingAgain.Count} atau "
                    + "pasangan lain."
            );
        }
    }

    private void Rules()
    {
        foreach (var month in annex.Period.Months)
        {
            var counts = CountsOf(Placed(annex).Where(cell => cell.At.Month == month));
            var (low, high) = (counts.Sum() / counts.Count, (counts.Sum() + counts.Count - 1) / counts.Count);
            if (counts.Min() < low || counts.Max() > high)
            {
                problems.Add(
                    $"{month.Name}: setiap kecamatan harus mendapat {low} sampai {high} baris; "
                        + $"ada yang {counts.Min()} dan ada yang {counts.Max()}."
                );
            }
        }

        if (annex.Period.Months.Count <= inUse.Count && certificate.Repeats > 0)
        {
            problems.Add($"Ada {certificate.Repeats} pengulangan.");
        }

        foreach (var (at, code) in Placed(annex))
        {
            if (certificate.Limits.Never.Contains(new Exclusion(at.Row, code)))
            {
                problems.Add($"Baris ke-{at.Row + 1}, {at.Month.Name}: {gazetteer[code].Name} dikecualikan bagi baris ini.");
            }

            if (certificate.Limits.OffDuty.Contains(at))
            {
                problems.Add($"Baris ke-{at.Row + 1} tidak bertugas pada {at.Month.Name}.");
            }
        }
    }

    private Annex? Restore()
    {
        var changes = new Dictionary<RosterCell, CertifiedChange>();
        foreach (var change in certificate.Changes)
        {
            var at = change.Cell;
            var exists = at.Row >= 0 && at.Row < annex.Rows.Count && !annex.Rows[at.Row].IsRegion && annex.Period.Contains(at.Month);
            if (
                !exists
                || !changes.TryAdd(at, change)
                || annex.Rows[at.Row].Cells[annex.Period.IndexOf(at.Month)].AsPrinted != change.After
                || change.Before == change.After
            )
            {
                problems.Add($"Perubahan baris ke-{at.Row + 1}, {at.Month}, tidak cocok dengan lampiran.");
                return null;
            }

            if (
                certificate.Limits.Locked.Contains(at)
                || certificate.Scope?.Contains(at) == false
                || (certificate.Way == RotationWay.Fill && change.Before.Length > 0)
            )
            {
                problems.Add($"Baris ke-{at.Row + 1}, {at.Month.Name}: sel yang harus tetap telah berubah.");
            }
        }

        return annex with
        {
            Rows =
            [
                .. annex.Rows.Select(
                    (row, index) =>
                        row with
                        {
                            Cells =
                            [
                                .. row.Cells.Select(
                                    (cell, month) =>
                                        changes.TryGetValue(new RosterCell(index, annex.Period.Months[month]), out var change)
                                            ? new AnnexCell(change.Before, gazetteer.FindByName(change.Before)?.Code)
                                            : cell
                                ),
                            ],
                        }
                ),
            ],
        };
    }

    private void Origin(Annex before)
    {
        var request = new RotationRequest(before, gazetteer, certificate.Way)
        {
            Limits = certificate.Limits,
            Scope = certificate.Scope,
            Earlier = certificate.Earlier,
            Seed = certificate.Seed,
        };
        if (RotationHash.Of(request) != certificate.InputHash)
        {
            problems.Add("Lampiran sebelum perubahan, atau syarat usulan, bukan yang disertifikatkan.");
        }

        if (certificate.Way == RotationWay.Repair)
        {
            var bound = new ChangeBound(before, annex, certificate, inUse);
            Expect("batas bawah dari sebaran", bound.OfCoverage(), certificate.CoverageBound);
            Expect("batas bawah perubahan", bound.OfEverything(), certificate.LowerBound);
        }
    }

    private IEnumerable<(RosterCell At, KecamatanCode Code)> Placed(Annex of) =>
        from row in of.Rows.Index()
        where !row.Item.IsRegion
        from month in of.Period.Months
        let code = row.Item.Cells[of.Period.IndexOf(month)].Kecamatan
        where code is not null && inUse.Contains(code.Value)
        select (new RosterCell(row.Index, month), code.Value);

    private List<int> CountsOf(IEnumerable<(RosterCell At, KecamatanCode Code)> placed)
    {
        var counts = placed.CountBy(item => item.Code).ToDictionary();
        return [.. inUse.Select(code => counts.GetValueOrDefault(code))];
    }

    private IReadOnlyList<KecamatanCode> EarlierOf(int row) => row < certificate.Earlier.Count ? certificate.Earlier[row] : [];

    private void Expect(string what, int counted, int? said)
    {
        if (counted != said)
        {
            var claim = said?.ToString(CultureInfo.InvariantCulture) ?? "tidak ada";
            problems.Add($"{string.Concat(what[..1].ToUpperInvariant(), what.AsSpan(1))}: {counted}, menurut sertifikat {claim}.");
        }
    }
}
