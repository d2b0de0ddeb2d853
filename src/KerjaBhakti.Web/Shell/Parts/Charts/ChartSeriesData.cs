namespace KerjaBhakti.Web.Shell.Parts.Charts;

/// <summary>A line or a kind of bars of a <see cref="WorkChart"/>.</summary>
/// <param name="Name">What its amounts are.</param>
/// <param name="Amounts">The amounts, one for each label; null where there is none yet.</param>
public sealed record ChartSeriesData(string Name, IReadOnlyList<long?> Amounts);
