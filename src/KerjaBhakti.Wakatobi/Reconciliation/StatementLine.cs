using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>
/// A line of a bank's statement, in whole rupiah. The bank's balance is rounded down, and the amount is what the rounded balance moved by,
/// so that balances and amounts always add up (decision 43).
/// </summary>
public sealed class StatementLine
{
    /// <summary>The longest text, in characters; what a bank writes beyond is cut.</summary>
    public const int TextLength = 500;

    /// <summary>The longest reference, in characters.</summary>
    public const int ReferenceLength = 100;

    private StatementLine() { }

    /// <summary>A line.</summary>
    /// <param name="number">Its place in its statement, from 1.</param>
    /// <param name="on">The day.</param>
    /// <param name="text">What the bank says of it.</param>
    /// <param name="reference">The bank's reference; may be empty.</param>
    /// <param name="incoming">What came.</param>
    /// <param name="outgoing">What went.</param>
    /// <param name="balance">The balance after it.</param>
    public StatementLine(int number, DateOnly on, string text, string reference, Rupiah incoming, Rupiah outgoing, Rupiah balance)
    {
        Number = number;
        On = on;
        Text = Cut(text, TextLength);
        Reference = Cut(reference, ReferenceLength);
        In = incoming;
        Out = outgoing;
        Balance = balance;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The statement it came with.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>Its place in its statement, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day, by the bank.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What the bank says of it.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The bank's reference; empty where it gives none.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>What came.</summary>
    public Rupiah In { get; private set; }

    /// <summary>What went.</summary>
    public Rupiah Out { get; private set; }

    /// <summary>The balance after it.</summary>
    public Rupiah Balance { get; private set; }

    /// <summary>What the balance moved by; negative where money went.</summary>
    public Rupiah Net => In - Out;

    /// <summary>The balance before it.</summary>
    public Rupiah Before => Balance - Net;

    /// <summary>By what a line is known again when the same statement is imported twice.</summary>
    public (DateOnly On, Rupiah In, Rupiah Out, Rupiah Balance) Key => (On, In, Out, Balance);

    private static string Cut(string text, int most) => text.Trim() is var tidy && tidy.Length <= most ? tidy : $"{tidy[..(most - 1)]}…";
}
