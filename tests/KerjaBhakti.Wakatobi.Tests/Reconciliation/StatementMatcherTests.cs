using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reconciliation;

namespace KerjaBhakti.Wakatobi.Tests.Reconciliation;

public class StatementMatcherTests
{
    private static readonly Person Finance = new("k", "Keuangan");
    private int number;

    [Fact]
    public void Propose_AmountAndReference_MatchAcrossDays()
    {
        var line = Line(20, 500, reference: "SP2D/06/1");
        var entry = Entry(3, 500, "Belanja sp2d 06 1", "sp2d-06-1");

        var match = Assert.Single(Propose([line, Line(4, 500)], [entry, Entry(21, 500, "Lain", "X")]), match => match.Lines.Contains(line));
        Assert.Equal([entry], match.Entries);
    }

    [Fact]
    public void Propose_WhatCouldBeTwo_IsLeftToAPerson()
    {
        Assert.Empty(Propose([Line(4, 500)], [Entry(3, 500), Entry(5, 500)]));
        Assert.Empty(Propose([Line(4, 500)], [Entry(20, 500)]));
    }

    [Fact]
    public void Propose_EqualsOnOneDay_ArePairedInTheirOrder() =>
        Assert.Equal(2, Propose([Line(4, -6), Line(4, -6)], [Entry(4, -6), Entry(4, -6)]).Count);

    [Fact]
    public void Propose_SeveralOfOneReference_MatchWhatTheySumTo()
    {
        var several = Assert.Single(Propose([Line(4, -60, "J1"), Line(4, -40, "J1")], [Entry(3, -100)]));
        Assert.Equal((2, 1), (several.Lines.Count, several.Entries.Count));
        var net = Assert.Single(Propose([Line(30, 80)], [Entry(30, 100, "Jasa giro", "RK-1"), Entry(30, -20, "Pajak", "RK-1")]));
        Assert.Equal((1, 2), (net.Lines.Count, net.Entries.Count));
    }

    [Fact]
    public void Propose_AnEntryAndItsReversalThatTheBankDoesNotKnow_CancelEachOther()
    {
        var wrong = Entry(3, 500);
        var reversal = Entry(9, -500) with { ReversesId = wrong.Id };

        Assert.Empty(Propose([], [wrong, reversal], through: new DateOnly(2024, 6, 8)));
        var match = Assert.Single(Propose([], [wrong, reversal], through: new DateOnly(2024, 6, 9)));
        Assert.Equal((0, 2), (match.Lines.Count, match.Entries.Count));

        // Two lines could be the reversal: then the bank does know it.
        Assert.Empty(Propose([Line(1, -500), Line(2, -500)], [wrong, reversal], through: new DateOnly(2024, 6, 9)));
    }

    [Fact]
    public void Make_OtherSums_AreRefusedWithTheDifference()
    {
        Refused.With("Jumlah yang dipilih di bank Rp500, di buku Rp450; selisih Rp50.", () =>
            BankMatch.Make([Line(4, 500)], [Entry(4, 450)], MatchWay.ByHand, closedThrough: null, Finance, default)
        );
        Refused.With("Pilih sedikitnya satu baris bank dan satu jurnal, atau dua yang saling meniadakan.", () =>
            BankMatch.Make([Line(4, 0)], [], MatchWay.ByHand, closedThrough: null, Finance, default)
        );
        Refused.With("Juni 2024 sudah ditutup; pencocokannya tidak berubah lagi.", () =>
            BankMatch.Make([Line(4, 5)], [Entry(4, 5)], MatchWay.ByHand, new DateOnly(2024, 6, 30), Finance, default)
        );
    }

    [Fact]
    public void Make_ManyToOneAndOneToMany_CountsByItsFirstLine()
    {
        var match = BankMatch.Make([Line(9, 5), Line(4, 6)], [Entry(2, 11)], MatchWay.ByHand, new DateOnly(2024, 5, 31), Finance, default);

        Assert.Equal(new DateOnly(2024, 6, 4), match.On);
        match.RequireOpen(new DateOnly(2024, 5, 31));
        Refused.With("Juni 2024 sudah ditutup; pencocokannya tidak dilepas lagi.", () => match.RequireOpen(new DateOnly(2024, 6, 30)));
    }

    private static IReadOnlyList<ProposedMatch> Propose(StatementLine[] lines, BankEntry[] entries, DateOnly? through = null) =>
        StatementMatcher.Propose(lines, entries, through);

    private static BankEntry Entry(int day, long net, string description = "Jurnal", string document = "") =>
        new(Guid.NewGuid(), new DateOnly(2024, 6, day), description, document, new Rupiah(net), ReversesId: null);

    private StatementLine Line(int day, long net, string reference = "") =>
        new(
            ++number,
            new DateOnly(2024, 6, day),
            "TRF",
            reference,
            new Rupiah(Math.Max(0, net)),
            new Rupiah(Math.Max(0, -net)),
            new Rupiah(1_000_000)
        );
}
