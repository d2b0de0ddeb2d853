using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Rotation;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The certificate of a proposal as a report of one page.</summary>
public sealed record RotationCertificateReport : PrintedReport
{
    private readonly RotationCertificate certificate;

    private RotationCertificateReport(RotationCertificate certificate) => this.certificate = certificate;

    /// <inheritdoc/>
    public override string Title => "Sertifikat pembagian kerja bhakti";

    /// <inheritdoc/>
    public override string FullTitle => $"{Title} {certificate.Period}";

    /// <inheritdoc/>
    public override string Institution => AuthorityName.InstitutionOf(Blanks.HeadOffice(certificate.Period.First.FirstDay));

    /// <inheritdoc/>
    public override string Subtitle => $"Periode {certificate.Period}; {WayInWords}, benih {certificate.Seed}";

    /// <inheritdoc/>
    public override string Place => Blanks.Line;

    /// <inheritdoc/>
    public override string Office => string.Empty;

    /// <inheritdoc/>
    public override string? Nothing => null;

    private string WayInWords =>
        certificate.Way switch
        {
            RotationWay.Fill => "sel kosong dilengkapi",
            RotationWay.Repair => "diperbaiki dengan perubahan sesedikit mungkin",
            RotationWay.New => "disusun baru",
            _ => throw new InvalidOperationException($"{certificate.Way}"),
        };

    /// <summary>The report of a certificate.</summary>
    public static RotationCertificateReport Of(RotationCertificate certificate)
    {
        var report = new RotationCertificateReport(certificate) { Notes = [], Tables = [] };
        return report with { Notes = [.. report.Sentences()], Tables = [report.Months(), report.Whole()] };
    }

    private IEnumerable<string> Sentences()
    {
        if (certificate.Way == RotationWay.Repair)
        {
            yield return certificate.IsProvenFewest
                ? $"{certificate.Changes.Count} sel berubah. Tidak ada perbaikan dengan perubahan lebih sedikit: batas bawahnya {certificate.LowerBound}."
                : $"{certificate.Changes.Count} sel berubah; batas bawahnya {certificate.LowerBound}, jadi belum terbukti paling sedikit.";
        }
        else
        {
            yield return $"{certificate.Changes.Count} sel diisi atau diubah.";
        }

        yield return $"Lampiran: SHA-256 {certificate.ResultHash}";
        yield return $"Lampiran sebelumnya dan syarat usulan: SHA-256 {certificate.InputHash}";
        yield return "Siapa pun dapat memeriksanya: check-annex BERKAS --certificate SERTIFIKAT.json";
    }

    private ReportTable Months() =>
        new(
            "bulan",
            "Baris per kecamatan setiap bulan",
            [new("Bulan", 3, IsFigure: false), new("Baris bertugas", 2), new("Paling sedikit", 2), new("Paling banyak", 2)],
            [
                .. certificate.Months.Select(month => new ReportRow([
                    ReportCell.Of(month.Month.Name),
                    ReportCell.Of(month.Rows),
                    ReportCell.Of(month.Smallest),
                    ReportCell.Of(month.Largest),
                ])),
                new ReportRow(
                    [
                        ReportCell.Of("Sepanjang periode"),
                        ReportCell.Of(certificate.Months.Sum(month => month.Rows)),
                        ReportCell.Of(certificate.SmallestTotal),
                        ReportCell.Of(certificate.LargestTotal),
                    ],
                    IsTotal: true
                ),
            ],
            "Tidak ada bulan."
        );

    private ReportTable Whole()
    {
        var limits = certificate.Limits;
        return new ReportTable(
            "seluruhnya",
            "Seluruh pembagian",
            [new("Hal", 6, IsFigure: false), new("Jumlah", 2)],
            [
                Line("Baris yang mendapat kecamatan yang sama lebih dari sekali, kelebihannya", certificate.Repeats),
                Line("Penugasan yang mengulang empat bulan terakhir lampiran sebelumnya", certificate.EarlierAgain),
                .. certificate
                    .Rows.CountBy(row => row.Cities)
                    .OrderByDescending(cities => cities.Key)
                    .Select(cities => Line($"Baris yang bertugas di {cities.Key} kota", cities.Value)),
                Line("Pasangan baris yang bertemu lebih dari sekali", certificate.PairsMeetingAgain.Count),
                Line("Kecamatan yang dikesampingkan", limits.LeftOut.Count),
                Line("Sel terkunci", limits.Locked.Count),
                Line("Pengecualian baris dari kecamatan", limits.Never.Count),
                Line("Bulan tanpa tugas", limits.OffDuty.Count),
            ],
            "Tidak ada baris."
        );
    }

    private static ReportRow Line(string what, int count) => new([ReportCell.Of(what), ReportCell.Of(count)]);
}
