using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Reports;

public class ActivityReportTests
{
    private const int DaysGiven = 7;

    private static readonly ReportContent Present = ReportContent.Empty with
    {
        Attended = true,
        AttendedBy = "Pejabat A",
        People = 40,
        Activities = "Membersihkan saluran air",
    };

    private static SundayDuty Duty => Over().Of(12, FirstSunday)!;

    [Fact]
    public void Begin_ForASundayToCome_IsRefusedAndOnTheDayItselfPossible()
    {
        Refused("Minggu, 7 Juni 2015 belum tiba", () => ActivityReport.Begin(Duty, PersonA, FirstSunday.AddDays(-1), Seed.Now));
        Assert.Equal(ReportStatus.Draft, ActivityReport.Begin(Duty, PersonA, FirstSunday, Seed.Now).Status);
    }

    [Fact]
    public void BeginOrSend_ForACancelledSunday_IsRefused()
    {
        var cancelled = new Overlay(InForce, [], Cancelling(FirstSunday)).Of(12, FirstSunday)!;
        var begun = Begin();
        begun.Write(Present, PersonA, Seed.Now);

        Refused("ditiadakan: Banjir", () => ActivityReport.Begin(cancelled, PersonA, FirstSunday, Seed.Now));
        Refused("ditiadakan: Banjir", () => begun.Send(cancelled, PersonA, FirstSunday, DaysGiven, Seed.Now));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Send_AfterDays_IsAcceptedAndMarkedLateAfterTheDaysGiven(int days, bool late)
    {
        var report = Sent(FirstSunday.AddDays(days));

        Assert.Equal((ReportStatus.Sent, late), (report.Status, report.IsLate));
    }

    [Fact]
    public void Send_AgainAfterAReturn_StaysOnTime()
    {
        var report = Sent(FirstSunday);
        report.Return(Secretariat, "Jumlah orang kurang jelas", Seed.Now);
        Assert.False(ReportLine.Of(report).Counts);
        report.Write(Present with { People = 41 }, PersonA, Seed.Now);
        report.Send(Duty, PersonA, FirstSunday.AddDays(30), DaysGiven, Seed.Now);
        report.Verify(Secretariat, Seed.Now);

        Assert.Equal((ReportStatus.Verified, false, FirstSunday), (report.Status, report.IsLate, report.FirstSentOn));
        Assert.Equal("Jumlah orang kurang jelas", report.ReturnReason);
    }

    [Fact]
    public void Send_WithGaps_IsRefusedWithEachOfThem()
    {
        var report = Begin();
        Refused("Kehadiran: pilih hadir atau tidak hadir", () => Send(report, FirstSunday));
        report.Write(ReportContent.Empty with { Attended = true }, PersonA, Seed.Now);
        Assert.Equal(3, Assert.Throws<RosterRefusedException>(() => Send(report, FirstSunday)).Problems.Count);
        report.Write(ReportContent.Empty with { Attended = false }, PersonA, Seed.Now);
        Refused("Alasan tidak hadir", () => Send(report, FirstSunday));
        report.Write(ReportContent.Empty with { Attended = false, AbsenceReason = "Sakit" }, PersonA, Seed.Now);
        Send(report, FirstSunday);
        Assert.True(ReportLine.Of(report).Counts);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void Write_ANumberOfPeopleThatCannotBe_IsRefused(int people) =>
        Refused("antara 0 dan 100.000", () => Begin().Write(Present with { People = people }, PersonA, Seed.Now));

    [Fact]
    public void Write_TextsTooLong_IsRefused()
    {
        Refused("paling panjang 4000", () => Begin().Write(Present with { Activities = new string('a', 4001) }, PersonA, Seed.Now));
        Refused("paling panjang 200", () => Begin().Write(Present with { AttendedBy = new string('a', 201) }, PersonA, Seed.Now));
    }

    [Fact]
    public void Write_TextsOfSeveralLines_KeepsTheLinesAndNoOtherControlCharacter()
    {
        var report = Begin();
        report.Write(Present with { Activities = "  Menyapu\r\njalan \u0007 raya\r\n" }, PersonA, Seed.Now);

        Assert.Equal("Menyapu\njalan raya", report.Content.Activities);
    }

    [Fact]
    public void AddPhoto_ASeventhOrOneToASentReport_IsRefused()
    {
        var report = Begin();
        var files = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        files.ForEach(file => report.AddPhoto(file, 800, 600, PersonA, Seed.Now));

        Refused("paling banyak 6 foto", () => report.AddPhoto(Guid.CreateVersion7(), 800, 600, PersonA, Seed.Now));
        report.RemovePhoto(files[2], PersonA, Seed.Now);
        report.AddPhoto(files[2], 800, 600, PersonA, Seed.Now);
        Assert.Equal([0, 1, 3, 4, 5, 6], report.Photos.Select(photo => photo.Order));
        report.Write(Present, PersonA, Seed.Now);
        Send(report, FirstSunday);
        Refused("sudah terkirim", () => report.RemovePhoto(files[0], PersonA, Seed.Now));
    }

    [Fact]
    public void Review_OfWhatWasNotSent_IsRefused()
    {
        Refused("Hanya laporan yang terkirim", () => Begin().Verify(Secretariat, Seed.Now));
        Refused("Alasan wajib", () => Sent(FirstSunday).Return(Secretariat, " ", Seed.Now));
        var verified = Sent(FirstSunday);
        verified.Verify(Secretariat, Seed.Now);
        Refused("sudah terkirim", () => verified.Write(Present, PersonA, Seed.Now));
    }

    private static ActivityReport Begin() => ActivityReport.Begin(Duty, PersonA, FirstSunday, Seed.Now);

    private static void Send(ActivityReport report, DateOnly today) => report.Send(Duty, PersonA, today, DaysGiven, Seed.Now);

    private static ActivityReport Sent(DateOnly today)
    {
        var report = Begin();
        report.Write(Present, PersonA, Seed.Now);
        Send(report, today);
        return report;
    }

    private static void Refused(string because, Action step) =>
        Assert.Contains(because, Assert.Throws<RosterRefusedException>(step).Message, StringComparison.Ordinal);
}
