using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>A component as a table shows it.</summary>
/// <param name="Component">The component.</param>
/// <param name="Staff">How many share it.</param>
/// <param name="Amount">What they get together.</param>
public sealed record FeeComponentRow(FeeComponent Component, int Staff, Rupiah Amount);

/// <summary>A person's amount from one component as a table shows it.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Component">The code of the component.</param>
/// <param name="Points">The points; empty where there were none.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Explanation">Why, in a sentence.</param>
public sealed record FeeLineRow(string StaffId, string Name, string Component, string Points, Rupiah Amount, string Explanation);
