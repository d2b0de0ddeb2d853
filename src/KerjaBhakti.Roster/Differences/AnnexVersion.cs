using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Differences;

/// <summary>One of the two annexes that are compared.</summary>
/// <param name="Period">Its months.</param>
/// <param name="Rows">Its rows in printed order.</param>
public sealed record AnnexVersion(RosterPeriod Period, IReadOnlyList<DifferenceRow> Rows)
{
    /// <summary>An annex whose rows are known by their labels only: a file, or an annex of another origin.</summary>
    public static AnnexVersion Of(Annex annex) => new(annex.Period, [.. annex.Rows.Select(row => new DifferenceRow(null, row))]);
}

/// <summary>A row that is compared.</summary>
/// <param name="Identity">The same on both sides where the new row is a copy of the old one, however it was renamed or moved; null where
/// that is not known.</param>
/// <param name="Row">The row.</param>
public sealed record DifferenceRow(Guid? Identity, AnnexRow Row);
