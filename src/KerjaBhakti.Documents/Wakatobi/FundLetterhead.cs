using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Documents.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>The letterhead of the hospital: the government, the hospital, its seat. Lengths are points.</summary>
internal static class FundLetterhead
{
    /// <summary>Its lines.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    ["PEMERINTAH KABUPATEN WAKATOBI", FundReport.Hospital.ToUpperInvariant(), FundReport.SeatName];

    /// <summary>Draws it and returns where what follows begins.</summary>
    /// <param name="document">Where to draw.</param>
    /// <param name="left">The left edge of the type area.</param>
    /// <param name="width">Its width.</param>
    /// <param name="top">Where the letterhead begins.</param>
    public static double Draw(TaggedDocument document, double left, double width, double top) =>
        Letterhead.Draw(document, Lines, left, width, top);
}
