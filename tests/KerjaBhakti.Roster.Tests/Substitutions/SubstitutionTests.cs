using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Substitutions;

public class SubstitutionTests
{
    [Fact]
    public void StandIn_ProposedByTheRowsOwn_WaitsForTheOtherSideThenForTheSecretary()
    {
        var proposed = StandIn(12, 45, FirstSunday);
        Assert.Equal(SubstitutionStatus.Proposed, proposed.Status);

        proposed.Accept(1045, PersonA, InForce, Seed.Now);
        Assert.Equal(SubstitutionStatus.Accepted, proposed.Status);
        Assert.False(proposed.HoldsOn(FirstSunday));

        proposed.Approve(Secretary, Now, Seed.Now);
        Assert.True(proposed.HoldsOn(FirstSunday));
        Assert.Equal((12, FirstSunday, 1045), (proposed.Turns[0].Row, proposed.Turns[0].Sunday, proposed.Turns[0].SubstituteId));
    }

    [Fact]
    public void StandIn_ProposedByTheSecretariat_NeedsBothSides()
    {
        var proposed = Substitution.StandIn(12, PostOf(45), On(FirstSunday), By(), Now, Seed.Now);

        proposed.Accept(1012, PersonA, InForce, Seed.Now);
        Assert.Equal(SubstitutionStatus.Proposed, proposed.Status);
        Refused("sudah menyatakan sepakat", () => proposed.Accept(1012, PersonA, InForce, Seed.Now));
        proposed.Accept(1045, PersonA, InForce, Seed.Now);
        Assert.Equal(SubstitutionStatus.Accepted, proposed.Status);
    }

    [Fact]
    public void StandIn_OfAMonth_TakesItsSundaysThatAreNotOver()
    {
        var now = Now with { Today = SecondSunday };

        var proposed = Substitution.StandIn(12, PostOf(45), In(6), By(12), now, Seed.Now);

        Assert.Equal([new(2015, 6, 14), new(2015, 6, 21), new(2015, 6, 28)], proposed.Turns.Select(turn => turn.Sunday));
        Refused("Tidak ada lagi hari Minggu", () => Substitution.StandIn(12, PostOf(45), In(5), By(12), now, Seed.Now));
    }

    [Fact]
    public void StandIn_ForOneself_IsRefused() => Refused("dirinya sendiri", () => StandIn(12, 12, FirstSunday));

    [Fact]
    public void Swap_OfOnePlaceOnOneDay_ChangesNothingAndIsRefused()
    {
        Refused("tidak mengubah apa pun", () => Substitution.Swap(40, On(FirstSunday), 76, On(FirstSunday), By(40), Now, Seed.Now));
        Assert.NotNull(Substitution.Swap(40, On(FirstSunday), 76, On(SecondSunday), By(40), Now, Seed.Now));
        Assert.NotNull(Substitution.Swap(40, On(FirstSunday), 77, On(FirstSunday), By(40), Now, Seed.Now));
    }

    [Fact]
    public void Swap_WithOneself_IsRefused() =>
        Refused("dirinya sendiri", () => Substitution.Swap(12, On(FirstSunday), 12, On(SecondSunday), By(12), Now, Seed.Now));

    [Fact]
    public void StandIn_BySomebodyAway_IsRefusedAlsoOnTheLastDayOfTheLeave()
    {
        var now = Now with { Absences = [new Absence(1045, new(2015, 6, 1), FirstSunday)] };

        Refused("sedang cuti", () => Substitution.StandIn(12, PostOf(45), On(FirstSunday), By(12), now, Seed.Now));
        Assert.NotNull(Substitution.StandIn(12, PostOf(45), On(SecondSunday), By(12), now, Seed.Now));
    }

    [Fact]
    public void StandIn_ThatCannotBe_IsRefusedWithTheReason()
    {
        Refused("sudah lewat", () => StandIn(12, 45, new(2015, 5, 31)));
        Refused("Baris 94 tidak ada", () => Substitution.StandIn(94, PostOf(45), On(FirstSunday), By(), Now, Seed.Now));
        Refused("bukan hari Minggu", () => StandIn(12, 45, Today));
        Refused("tidak bertugas pada Minggu, 3 Januari 2016", () => StandIn(12, 45, new(2016, 1, 3)));
        Refused("ditiadakan: Banjir", () =>
            Substitution.StandIn(12, PostOf(45), On(FirstSunday), By(12), Now with { Sundays = Cancelling(FirstSunday) }, Seed.Now)
        );
        Refused("Alasan wajib", () => Substitution.StandIn(12, PostOf(45), On(FirstSunday), By(12) with { Reason = "  " }, Now, Seed.Now));
    }

    [Fact]
    public void StandIn_WhereTheRowHasOneOrTheSubstituteServesAnother_IsRefused()
    {
        var now = Now with { Known = [StandIn(12, 45, FirstSunday)] };

        Refused("Baris 12 sudah mempunyai penggantian", () => Substitution.StandIn(12, PostOf(46), On(FirstSunday), By(12), now, Seed.Now));
        Refused("sudah menggantikan jabatan lain", () => Substitution.StandIn(13, PostOf(45), On(FirstSunday), By(13), now, Seed.Now));
        Assert.NotNull(Substitution.StandIn(12, PostOf(45), On(SecondSunday), By(12), now, Seed.Now));
    }

    [Fact]
    public void StandIn_WhereAnotherWasDeclined_IsPossible()
    {
        var declined = StandIn(12, 45, FirstSunday);
        declined.Decline(1045, PersonA, "Sudah ada acara", Seed.Now);

        Assert.NotNull(Substitution.StandIn(12, PostOf(46), On(FirstSunday), By(12), Now with { Known = [declined] }, Seed.Now));
    }

    [Fact]
    public void Swap_OfDifferentSundays_IsOneSubstitutionWithBothHalves()
    {
        var swap = Approved(Substitution.Swap(12, On(FirstSunday), 45, On(SecondSunday), By(12), Now, Seed.Now));

        Assert.Equal(
            [(12, FirstSunday, 1045), (45, SecondSunday, 1012)],
            swap.Turns.Select(turn => (turn.Row, turn.Sunday, turn.SubstituteId))
        );
    }

    [Fact]
    public void Swap_OneHalfOfWhichCannotBe_IsRefusedWhole()
    {
        var now = Now with { Absences = [new Absence(1012, SecondSunday, SecondSunday)] };

        Refused("sedang cuti", () => Substitution.Swap(12, On(FirstSunday), 45, On(SecondSunday), By(12), now, Seed.Now));
    }

    [Fact]
    public void Swap_OfASundayForAMonth_IsRefused() =>
        Refused("antara hari Minggu dan hari Minggu", () => Substitution.Swap(12, On(FirstSunday), 45, In(7), By(12), Now, Seed.Now));

    [Fact]
    public void Approve_AfterSomebodyFellIll_IsRefused()
    {
        var proposed = StandIn(12, 45, FirstSunday);
        proposed.Accept(1045, PersonA, InForce, Seed.Now);

        Refused("sedang cuti", () =>
            proposed.Approve(Secretary, Now with { Absences = [new Absence(1045, FirstSunday, FirstSunday)] }, Seed.Now)
        );
        Refused("sudah lewat", () => proposed.Approve(Secretary, Now with { Today = SecondSunday }, Seed.Now));
        proposed.Approve(Secretary, Now with { Known = [proposed] }, Seed.Now);
        Assert.Equal(SubstitutionStatus.Approved, proposed.Status);
    }

    [Fact]
    public void Approve_BeforeBothSidesAgree_IsRefused() =>
        Refused("setelah semua pihak sepakat", () => StandIn(12, 45, FirstSunday).Approve(Secretary, Now, Seed.Now));

    [Fact]
    public void AcceptAndApprove_AcrossAnIssuedChange_AreRefusedWithTheReason()
    {
        var amended = Issued(Guid.CreateVersion7(), "Lampiran Instruksi Gubernur 130/2015", Seed.Annex);
        var proposed = StandIn(12, 45, FirstSunday);

        Refused("berganti menjadi Lampiran Instruksi Gubernur 130/2015", () => proposed.Accept(1045, PersonA, amended, Seed.Now));
        Refused("tidak berlaku lagi", () => proposed.Accept(1045, PersonA, inForce: null, Seed.Now));
        proposed.Accept(1045, PersonA, InForce, Seed.Now);
        Refused("gugur", () => proposed.Approve(Secretary, Now with { Annex = amended }, Seed.Now));
        Assert.Contains("Usulkan lagi", proposed.WhyVoid(amended), StringComparison.Ordinal);
        Assert.Null(proposed.WhyVoid(InForce));
    }

    [Fact]
    public void Withdraw_BySomebodyElseOrAfterApproval_IsRefused()
    {
        var proposed = StandIn(12, 45, FirstSunday);
        Refused("Hanya Pejabat A", () => proposed.Withdraw(Secretariat, Seed.Now));
        Approved(proposed);
        Refused("sudah diputuskan", () => proposed.Withdraw(PersonA, Seed.Now));
    }

    [Fact]
    public void Revoke_InTheMiddleOfAMonth_LeavesTheSundaysBeforeAsTheyWere()
    {
        var month = Approved(Substitution.StandIn(12, PostOf(45), In(6), By(12), Now, Seed.Now));

        Refused("Alasan wajib", () => month.Revoke(Secretary, string.Empty, SecondSunday, Seed.Now));
        month.Revoke(Secretary, "Tidak perlu lagi", SecondSunday, Seed.Now);

        Assert.True(month.HoldsOn(FirstSunday));
        Assert.False(month.HoldsOn(SecondSunday));
    }

    [Fact]
    public void Revoke_ASwapOneSideOfWhichIsServed_IsRefused()
    {
        var swap = Approved(Substitution.Swap(12, On(FirstSunday), 45, On(SecondSunday), By(12), Now, Seed.Now));

        Refused("masih berutang", () => swap.Revoke(Secretary, "Batal", SecondSunday, Seed.Now));
        swap.Revoke(Secretary, "Batal", FirstSunday, Seed.Now);
        Assert.False(swap.HoldsOn(FirstSunday) || swap.HoldsOn(SecondSunday));
    }

    [Fact]
    public void Revoke_WhatIsOver_IsRefused()
    {
        var served = Approved(StandIn(12, 45, FirstSunday));

        Refused("sudah lewat", () => served.Revoke(Secretary, "Batal", SecondSunday, Seed.Now));
    }

    [Fact]
    public void AnyStep_OfAPositionThatIsNoSide_IsRefused()
    {
        var proposed = StandIn(12, 45, FirstSunday);

        Refused("bukan pihak", () => proposed.Accept(1046, PersonA, InForce, Seed.Now));
        Refused("bukan pihak", () => proposed.Decline(1046, PersonA, "Tidak", Seed.Now));
        Refused("bukan pihak", () => Substitution.StandIn(12, PostOf(45), On(FirstSunday), By(46), Now, Seed.Now));
    }

    private static void Refused(string because, Action step) =>
        Assert.Contains(because, Assert.Throws<RosterRefusedException>(step).Message, StringComparison.Ordinal);
}
