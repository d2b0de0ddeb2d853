using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Tests.Money;

namespace KerjaBhakti.Wakatobi.Tests.Books;

/// <summary>What holds after any events of any years, in any order.</summary>
public class BooksProperties
{
    private static readonly ChartOfAccounts Chart = new(Regulation9Of2024.Categories);
    private static readonly EntrySource Source = new("Receipt", Guid.CreateVersion7());

    private enum Event
    {
        Verified,
        VerifiedLess,
        Received,
        FeesApproved,
        FeesPaid,
        Spent,
        Reverse,
        CloseYear,
    }

    private static readonly Gen<(Event Event, Rupiah Amount)> Events =
        from happened in Gen.Elements(Enum.GetValues<Event>())
        from amount in Amounts.UpTo(1_000_000_000)
        select (happened, amount + new Rupiah(1));

    [Fact]
    public void TheTrialBalance_AfterAnyEvents_IsZero() =>
        Property.HoldsForLists(Events, events => Assert.Equal(Rupiah.Zero, TrialBalance.Of(Play(events).Entries).Difference));

    [Fact]
    public void TheBank_AfterAnyEvents_HoldsSilpaAndWhatTheYearReceivedAndDidNotSpend() => Property.HoldsForLists(Events, events =>
        {
            var balance = TrialBalance.Of(Play(events).Entries);
            var realised = balance.Accounts.Where(account => Chart.IsClosedYearly(account.Account)).Sum(account => account.Balance);
            Assert.Equal(balance[ChartOfAccounts.Bank], -balance[ChartOfAccounts.Silpa] - realised);
        });

    [Fact]
    public void Silpa_OfEachClosedYear_IsTheNextOnesOpening() => Property.HoldsForLists(Events, events =>
        {
            var surpluses = Play(events).Years.Select(year => year.Silpa!).ToList();
            Assert.All(surpluses.Zip(surpluses.Skip(1)), pair => Assert.Equal(pair.First.Amount, pair.Second.Opening));
        });

    [Fact]
    public void Reversals_OfEveryEntry_RestoreEveryBalance() => Property.HoldsForLists(Events, events =>
        {
            var entries = Play(events.Where(happened => happened.Event is not (Event.Reverse or Event.CloseYear))).Entries;
            var reversals = entries.Select(entry => entry.Reverse(new FiscalYear(2024), new DateOnly(2024, 12, 31), "Balik", [])).ToList();
            Assert.All(TrialBalance.Of([.. entries, .. reversals]).Accounts, account => Assert.Equal(Rupiah.Zero, account.Balance));
        });

    private static (List<JournalEntry> Entries, List<FiscalYear> Years) Play(IEnumerable<(Event Event, Rupiah Amount)> events)
    {
        var (entries, closed, year) = (new List<JournalEntry>(), new List<FiscalYear>(), new FiscalYear(2024));
        foreach (var (happened, amount) in events)
        {
            var on = new DateOnly(year.Year, 6, 15);
            switch (happened)
            {
                case Event.CloseYear:
                    var balance = TrialBalance.Of(entries);
                    FiscalYearTests.CloseAllMonths(year, balance);
                    if (year.Close(Chart, balance, Rupiah.Zero, new Person("k", "Keuangan"), DateTimeOffset.UnixEpoch) is { } closing)
                    {
                        entries.Add(closing);
                    }

                    closed.Add(year);
                    year = new FiscalYear(year.Year + 1);
                    break;
                case Event.Reverse:
                    var reversed = entries.Select(entry => entry.ReversesId).OfType<Guid>().ToHashSet();
                    if (
                        entries.Find(entry => entry.ReversesId is null && entry.Source == Source && !reversed.Contains(entry.Id)) is
                        { } wrong
                    )
                    {
                        entries.Add(wrong.Reverse(year, on, "Salah", reversed));
                    }

                    break;
                default:
                    entries.Add(JournalEntry.Post(year, Chart, on, "Contoh", Source, LinesOf(happened, amount)));
                    break;
            }
        }

        return (entries, closed);
    }

    private static IEnumerable<JournalLine> LinesOf(Event happened, Rupiah amount) =>
        happened switch
        {
            Event.Verified => Postings.Verified(amount),
            Event.VerifiedLess => Postings.Verified(-amount),
            Event.Received => Postings.Received(amount),
            Event.FeesApproved => Postings.FeesApproved(amount),
            Event.FeesPaid => Postings.FeesPaid(amount),
            Event.Spent => Postings.Spent("OPS_A", amount),
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
}
