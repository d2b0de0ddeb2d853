using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>Whose the money at the bank is.</summary>
public enum FundPart
{
    /// <summary>The share of the fees in what was received, as far as it was not paid out (pasal 5(2) a); carried over.</summary>
    Fees,

    /// <summary>The second half of the year's receipts, which was not spent (pasal 5(2) b). What the year leaves becomes free.</summary>
    Spending,

    /// <summary>What is bound to nothing: SiLPA (pasal 10), other income of the bank, less its charges.</summary>
    Free,
}

/// <summary>What a day moved.</summary>
/// <param name="On">The day.</param>
/// <param name="Bank">What the bank grew by; negative where it fell.</param>
/// <param name="Fees">What the fees' part of it grew by.</param>
/// <param name="Spending">What the part of the second half grew by.</param>
public sealed record CashMovement(DateOnly On, Rupiah Bank, Rupiah Fees, Rupiah Spending);

/// <summary>What the bank holds on the evening of a day, and whose it is.</summary>
/// <param name="On">The day.</param>
/// <param name="Bank">The balance by the books.</param>
/// <param name="Fees">Fees received and not paid; negative where more was paid than is there, which the next receipts make up.</param>
/// <param name="Spending">The second half of the year's receipts, not spent; negative where a receipt was taken back after it was
/// spent.</param>
public sealed record FundPosition(DateOnly On, Rupiah Bank, Rupiah Fees, Rupiah Spending)
{
    /// <summary>What is bound to neither: free SiLPA and what the bank earned, less what it charged.</summary>
    public Rupiah Free => Bank - Fees - Spending;

    /// <summary>A part of the balance; the three sum to it.</summary>
    public Rupiah Of(FundPart part) =>
        part switch
        {
            FundPart.Fees => Fees,
            FundPart.Spending => Spending,
            FundPart.Free => Free,
        };
}

/// <summary>Money that leaves the bank.</summary>
/// <param name="On">The day it leaves.</param>
/// <param name="Amount">How much.</param>
/// <param name="Part">Whose it is; null where only the bank's balance limits it, as what BPJS takes back or the bank charges.</param>
/// <param name="What">What it is called at the beginning of a refusal: "Belanja SP2D-1".</param>
public sealed record CashDraw(DateOnly On, Rupiah Amount, FundPart? Part, string What);

/// <summary>
/// The bank's balance day by day and whose it is, so that no rupiah is given out twice: not to the fees and as SiLPA, not today and on a
/// later date that is entered already.
/// </summary>
public sealed class FundCash
{
    private readonly List<FundPosition> positions = [];

    /// <summary>The days that moved anything, in any order and any number of movements a day.</summary>
    public FundCash(IEnumerable<CashMovement> movements)
    {
        var before = new FundPosition(DateOnly.MinValue, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero);
        foreach (var day in movements.GroupBy(movement => movement.On).OrderBy(day => day.Key))
        {
            before = At(before, day.Key);
            before = new FundPosition(
                day.Key,
                before.Bank + day.Sum(movement => movement.Bank),
                before.Fees + day.Sum(movement => movement.Fees),
                before.Spending + day.Sum(movement => movement.Spending)
            );
            positions.Add(before);
        }
    }

    /// <summary>The evening of a day.</summary>
    public FundPosition On(DateOnly day)
    {
        var last = positions.FindLast(position => position.On <= day);
        return last is null ? new FundPosition(day, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero) : At(last, day);
    }

    /// <summary>The day from one on at which least is left of a part, or of the bank where no part is named.</summary>
    /// <remarks>Of the second half only days of the same year count: what the year leaves belongs to the next as SiLPA.</remarks>
    public FundPosition Lowest(FundPart? part, DateOnly from) =>
        positions
            .Where(position => position.On > from && (part != FundPart.Spending || position.On.Year == from.Year))
            .Prepend(On(from))
            .MinBy(position => Amount(position, part))!;

    /// <summary>Why money cannot have left; null where it could.</summary>
    /// <param name="draw">What left. These movements are with it.</param>
    public string? WhyNot(CashDraw draw)
    {
        var lowest = Lowest(part: null, draw.On);
        if (lowest.Bank.IsNegative)
        {
            return $"{draw.What} {draw.Amount} tanggal {draw.On.ToIndonesian()} tidak dapat dibukukan: saldo bank tanggal "
                + $"{lowest.On.ToIndonesian()} {lowest.Bank + draw.Amount}, kurang {-lowest.Bank}.";
        }

        if (draw.Part is { } part && Lowest(part, draw.On) is var least && Amount(least, part).IsNegative)
        {
            return $"{draw.What} {draw.Amount} tanggal {draw.On.ToIndonesian()} tidak dapat dibukukan: {NameOf(part)} tanggal "
                + $"{least.On.ToIndonesian()} {Amount(least, part) + draw.Amount}, kurang {-Amount(least, part)}. "
                + $"Saldo bank {least.Bank + draw.Amount} pada tanggal itu sudah menjadi hak bagian lain.";
        }

        return null;
    }

    /// <summary>What a part is called within a sentence.</summary>
    public static string NameOf(FundPart part) =>
        part switch
        {
            FundPart.Fees => "jasa pelayanan yang diterima dan belum dibayarkan",
            FundPart.Spending => "bagian kedua dana klaim yang belum dibelanjakan",
            FundPart.Free => "SiLPA bebas",
        };

    private static Rupiah Amount(FundPosition position, FundPart? part) => part is { } named ? position.Of(named) : position.Bank;

    private static FundPosition At(FundPosition last, DateOnly day) =>
        last with
        {
            On = day,
            Spending = last.On.Year == day.Year ? last.Spending : Rupiah.Zero,
        };
}
