using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>A component as a table shows it.</summary>
/// <param name="Component">The component.</param>
/// <param name="Staff">How many share it.</param>
/// <param name="Amount">What they get together.</param>
public sealed record FeeComponentRow(FeeComponent Component, int Staff, Rupiah Amount);

/// <summary>A person's amount from one component.</summary>
/// <param name="Component">The code of the component.</param>
/// <param name="Points">The points; empty where there were none.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Explanation">Why, in a sentence.</param>
public sealed record FeeLineRow(string Component, string Points, Rupiah Amount, string Explanation);

/// <summary>What a person is paid as a table shows it.</summary>
/// <param name="Recipient">Who and how much.</param>
/// <param name="Lines">The amounts by component, folded until somebody asks.</param>
public sealed record FeePersonRow(FeeRecipient Recipient, IReadOnlyList<FeeLineRow> Lines);

/// <summary>The part of a distribution's people that a page shows.</summary>
/// <param name="Rows">The people of the page, by staff number.</param>
/// <param name="Count">How many were found in all.</param>
/// <param name="Gross">What all found sum to before deductions.</param>
/// <param name="Deducted">What is kept back of it.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Search">What was looked for in names and numbers; empty for everybody.</param>
public sealed record FeePersonPage(IReadOnlyList<FeePersonRow> Rows, int Count, Rupiah Gross, Rupiah Deducted, int Page, string Search)
{
    /// <summary>The most people on a page.</summary>
    public const int Size = 100;

    /// <summary>The page that is shown where one is asked for: the last where there are not so many.</summary>
    public static int Clamp(int asked, int count) => Math.Clamp(asked, 1, Math.Max(1, (count + Size - 1) / Size));
}

/// <summary>A what-if that is kept, as the form shows it.</summary>
/// <param name="Name">What it is kept as.</param>
/// <param name="Pool">What is distributed, as it was typed.</param>
/// <param name="Packed">What its hidden field holds.</param>
public sealed record FeeKeptRow(string Name, string? Pool, string Packed);
