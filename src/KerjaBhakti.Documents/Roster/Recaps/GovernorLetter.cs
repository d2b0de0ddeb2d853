using System.Globalization;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Documents.Roster.Recaps;

/// <summary>The body of the letter to the head of government (diktum KETIGA): the figures of its annex in sentences.</summary>
internal static class GovernorLetter
{
    public static IEnumerable<string> Of(Recap recap, RecapPeriod period, IReadOnlyList<Instruction> instructions, Gazetteer gazetteer)
    {
        var total = recap.Total;
        yield return $"Berdasarkan diktum KETIGA {BasisOf(instructions)}, dengan hormat kami laporkan pelaksanaan kerja bhakti bagi Pejabat Pimpinan Tinggi Pratama "
            + $"periode {period.ToIndonesian()} sebagai berikut.";
        yield return $"1. Rencana. Pada {Number(recap.BySunday().Count)} hari {Served.Day} direncanakan {Duties(total, RecapMeasure.Planned)} bagi "
            + $"{Number(recap.ByRow().Count)} baris jabatan{Further(total)}.";
        yield return total.Due == 0
            ? "2. Pelaksanaan. Belum ada tugas yang seharusnya sudah dilaporkan."
            : $"2. Pelaksanaan. Dari {Number(total.Due)} tugas yang seharusnya sudah dilaporkan, hadir {Of(total, RecapMeasure.Attended)} "
                + $"({ReportCell.OfPerMille(total.AttendedPerMille).Text}), tidak hadir {Of(total, RecapMeasure.Absent)}, dan belum melapor "
                + $"{Of(total, RecapMeasure.Unreported)}. Peserta yang dilaporkan {Number(total.People)} orang.";
        yield return total[RecapMeasure.Substituted] == 0
            ? "3. Penggantian. Tidak ada tugas yang digantikan jabatan lain."
            : $"3. Penggantian. {Duties(total, RecapMeasure.Substituted)} digantikan jabatan lain dengan persetujuan {Served.Institution.Secretary}.";
        yield return $"4. Pelaporan. Diterima {Number(total[RecapMeasure.Attended] + total[RecapMeasure.Absent])} laporan; "
            + $"{Of(total, RecapMeasure.Late)} di antaranya terlambat dan {Of(total, RecapMeasure.Verified)} sudah diverifikasi.";
        if (total.Due > 0)
        {
            yield return $"5. Kehadiran menurut wilayah. {string.Join("; ", recap.ByCity().Where(part => part.Count.Due > 0).Select(part =>
                $"{gazetteer[part.Slice.City].ShortName} {Of(part.Count, RecapMeasure.Attended)} dari {Number(part.Count.Due)} tugas "
                + $"({ReportCell.OfPerMille(part.Count.AttendedPerMille).Text})"))}.";
        }

        yield return $"Rincian menurut hari {Served.Day}, wilayah, satuan kerja, kecamatan, dan jabatan tercantum dalam lampiran. Demikian laporan ini kami sampaikan untuk "
            + "menjadi periksa.";
    }

    private static string BasisOf(IReadOnlyList<Instruction> instructions) =>
        instructions.Count == 0
            ? Served.Instrument
            : string.Join(" dan ", instructions.Select(item => $"{Served.Instrument} Nomor {item.Number} Tahun {item.Year}"));

    private static string Further(RecapCount total)
    {
        string[] parts =
        [
            .. total[RecapMeasure.Cancelled] > 0 ? [$"{Of(total, RecapMeasure.Cancelled)} di antaranya ditiadakan"] : Array.Empty<string>(),
            .. total[RecapMeasure.Upcoming] > 0 ? [$"{Of(total, RecapMeasure.Upcoming)} belum tiba"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? string.Empty : $"; {string.Join(" dan ", parts)}";
    }

    private static string Duties(RecapCount count, RecapMeasure measure) => $"{Of(count, measure)} tugas";

    private static string Of(RecapCount count, RecapMeasure measure) => Number(count[measure]);

    private static string Number(long number) => ReportCell.Of(number).Text;
}
