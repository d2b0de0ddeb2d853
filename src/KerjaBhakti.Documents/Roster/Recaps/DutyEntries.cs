using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Documents.Roster.Recaps;

/// <summary>The duties that a measure counts in a part of a recap, with their reports.</summary>
/// <param name="Period">The days of the recap.</param>
/// <param name="Slice">The part.</param>
/// <param name="Measure">The measure.</param>
public sealed record DutyEntries(RecapPeriod Period, RecapSlice Slice, RecapMeasure Measure) : FigureEntries;
