using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Institutions;

public class InstitutionTests
{
    private static readonly Institution Renamed = Seed.Institution with
    {
        Names =
        [
            new("Pemerintah Lama", "Lama", "Gubernur Lama", From: null, new DateOnly(2024, 4, 24), "UU 1"),
            new("Pemerintah Baru", "Baru", "Gubernur Baru", new DateOnly(2024, 4, 25), To: null, "UU 2"),
        ],
    };

    [Theory]
    [InlineData("2000-01-01", "Lama")]
    [InlineData("2024-04-24", "Lama")]
    [InlineData("2024-04-25", "Baru")]
    [InlineData("2100-01-01", "Baru")]
    public void NameOn_ADate_IsTheOneInForceThen(string date, string name) =>
        Assert.Equal(name, Renamed.NameOn(DateOnly.Parse(date)).ShortName);

    [Theory]
    [InlineData(InstitutionKind.Province, "Gubernur", "Gubernur Provinsi DKI Jakarta", "Pemerintah Provinsi DKI Jakarta")]
    [InlineData(InstitutionKind.Province, "Gubernur", "gubernur Sulawesi Tenggara", "Pemerintah Provinsi Sulawesi Tenggara")]
    [InlineData(InstitutionKind.Regency, "Bupati", "Bupati Wakatobi", "Pemerintah Kabupaten Wakatobi")]
    [InlineData(InstitutionKind.City, "Wali Kota", "Wali Kota Kendari", "Pemerintah Kota Kendari")]
    [InlineData(InstitutionKind.Regency, "Bupati", "Sekretaris Daerah", "Sekretaris Daerah")]
    public void GovernmentOf_AnOffice_IsTheOneItsHeadLeads(InstitutionKind kind, string title, string office, string government) =>
        Assert.Equal(government, (Seed.Institution with { Kind = kind, Head = new HeadOfGovernment(title, "X") }).GovernmentOf(office));

    [Fact]
    public void DutyDay_OnFridays_IsFoundFromAnyDay()
    {
        var friday = new DutyDay(DayOfWeek.Friday, "Jumat Bersih");

        var (before, after) = (new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 11));
        Assert.All(Enumerable.Range(1, 7), days => Assert.Equal(after, friday.OnOrAfter(before.AddDays(days))));
        Assert.All(Enumerable.Range(0, 7), days => Assert.Equal(before, friday.OnOrBefore(before.AddDays(days))));
        Assert.True(friday.Is(new DateOnly(2026, 12, 4)));
        Assert.False(friday.Is(new DateOnly(2026, 12, 6)));
    }

    [Fact]
    public void DaysOf_AMonth_AreAllOfItsWeekday()
    {
        var days = new RosterMonth(2027, 1).DaysOf(new DutyDay(DayOfWeek.Friday, "Jumat")).ToList();

        Assert.Equal([1, 8, 15, 22, 29], days.Select(day => day.Day));
        Assert.Equal(days.Select(day => day.AddDays(2)), new RosterMonth(2027, 1).Sundays());
    }

    [Fact]
    public void LocalTime_InTheEast_BeginsItsDayEarlier()
    {
        var east = new LocalTime(LocalZones.Find("Asia/Makassar", "WITA")!, "WITA");

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)), east.StartOf(new DateOnly(2026, 12, 1)));
        Assert.Equal(new DateOnly(2026, 12, 2), east.DayOf(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 12, 1), Seed.Institution.Time.DayOf(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("Asia/Makassar", "WIB")]
    [InlineData("Asia/Makassar", "WITAA")]
    [InlineData("Europe/Berlin", "WIB")]
    public void Zone_WhoseAbbreviationSaysOtherHours_IsNone(string id, string abbreviation) =>
        Assert.Null(LocalZones.Find(id, abbreviation));

    [Fact]
    public void Zone_ThatTheMachineDoesNotKnow_HasTheHoursOfItsAbbreviation() =>
        Assert.Equal(TimeSpan.FromHours(9), LocalZones.Find("Asia/Nowhere", "WIT")!.BaseUtcOffset);

    [Fact]
    public void Begin_WithAnotherInstitution_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Served.Begin(Seed.Institution with { Id = "other" }));
}
