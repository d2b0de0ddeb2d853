using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;

namespace KerjaBhakti.Wakatobi.Tests.Reconciliation;

public class BankMonthTests
{
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly FiscalMonth June = new(2024, 6);

    [Fact]
    public void AMonthWithEveryLineMatched_ClosesAndItsOutstandingEntriesExplainTheDifference()
    {
        var (line, entry, cheque) = (Line(1, 4, 500, 1500), Entry(4, 500), Entry(28, -200));
        var month = Month([line], [entry, cheque], books: 1300) with { UnmatchedEntries = [cheque], Matches = [Matched([line], [entry])] };

        Assert.Equal((new Rupiah(1500), new Rupiah(-200), Rupiah.Zero), (month.Bank, month.Outstanding, month.Unexplained));
        Assert.Empty(month.Obstacles(typed: null));
    }

    [Fact]
    public void AMatchThatReachesOverTheEndOfTheMonth_ExplainsWhatLiesOnThisSide()
    {
        // Booked on the 28th, at the bank on 2 July.
        var cheque = Entry(28, -200);
        var month = Month([], [cheque], books: 800) with { Matches = [Matched([Line(1, 4, -200, 800, month: 7)], [cheque])] };

        Assert.Equal((new Rupiah(1000), new Rupiah(-200), Rupiah.Zero), (month.Bank, month.Outstanding, month.Unexplained));
    }

    [Fact]
    public void AnUnmatchedLineOrAMissingOne_StandsInTheWay()
    {
        var line = Line(1, 4, 500, 1500);
        Assert.Equal(
            ["1 baris bank senilai Rp500 belum dicocokkan dengan buku."],
            (Month([line], [], books: 1000) with { UnmatchedLines = [line] }).Obstacles(typed: null)
        );

        var gap = Line(2, 9, 100, 1700);
        Assert.Contains(
            "ada baris rekening koran yang belum diimpor",
            Month([line, gap], [], books: 1600).Obstacles(typed: null)[0],
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Rekening koran Juni 2024 belum diimpor, padahal 1 jurnal bulan itu mengubah saldo bank."],
            Month([], [Entry(4, 5)], books: 1005).Obstacles(typed: null)
        );
    }

    [Fact]
    public void AMonthInWhichOnlyTheBooksMoved_ClosesOnPaperThatSaysThatTheBankDidNot()
    {
        var cheque = Entry(28, -200);
        var month = Month([], [cheque], books: 800) with { UnmatchedEntries = [cheque] };

        Assert.Empty(month.Obstacles(new Rupiah(1000)));

        // Paper that agrees with the books says that the bank did move: its lines are missing.
        Assert.Equal(2, month.Obstacles(new Rupiah(800)).Count);
    }

    [Fact]
    public void AMonthInWhichNothingMoved_ClosesOnTheBalanceOnPaper()
    {
        var month = Month([], [], books: 1000);

        Assert.Empty(month.Obstacles(new Rupiah(1000)));
        Assert.Equal(
            ["Saldo rekening koran 30 Juni 2024 Rp900 berbeda -Rp100 dari buku, Rp1.000; cari selisihnya sebelum menutup bulan."],
            month.Obstacles(new Rupiah(900))
        );
    }

    [Fact]
    public void AnOpeningOfTheBankThatIsNotTheBooks_IsTold()
    {
        var (line, entry) = (Line(1, 4, 500, 1500), Entry(4, 500));
        var month = Month([line], [entry], books: 1600) with { Matches = [Matched([line], [entry])] };

        Assert.Contains("berbeda -Rp100 dari buku, Rp1.600", Assert.Single(month.Obstacles(typed: null)), StringComparison.Ordinal);
    }

    [Fact]
    public void LinesOfOneDayFromSeveralImports_FindTheirOrderByTheBalance()
    {
        StatementLine[] lines = [Line(1, 4, 10, 1030), Line(2, 4, 20, 1020), Line(1, 5, -30, 1000)];

        var run = StatementRun.Of(new Rupiah(1000), lines);

        Assert.Equal((null, new Rupiah(1000)), (run.Broken, run.Closing));
        Assert.Equal([20L, 10, -30], run.Lines.Select(line => line.Net.Amount));
    }

    private static BankMonth Month(StatementLine[] lines, BankEntry[] entries, long books) =>
        new()
        {
            Month = June,
            Opening = new Rupiah(1000),
            Run = StatementRun.Of(new Rupiah(1000), lines),
            LineCount = lines.Length,
            EntryCount = entries.Length,
            Books = new Rupiah(books),
            UnmatchedLines = [],
            UnmatchedEntries = [],
            Matches = [],
        };

    private static MatchedItems Matched(StatementLine[] lines, BankEntry[] entries) =>
        new(BankMatch.Make(lines, entries, MatchWay.Automatic, closedThrough: null, Finance, default), lines, entries);

    private static BankEntry Entry(int day, long net) =>
        new(Guid.NewGuid(), new DateOnly(2024, 6, day), "Jurnal", string.Empty, new Rupiah(net), null);

    private static StatementLine Line(int number, int day, long net, long balance, int month = 6) =>
        new(
            number,
            new DateOnly(2024, month, day),
            "TRF",
            string.Empty,
            new Rupiah(Math.Max(0, net)),
            new Rupiah(Math.Max(0, -net)),
            new Rupiah(balance)
        );
}
