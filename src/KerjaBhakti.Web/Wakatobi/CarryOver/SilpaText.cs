using KerjaBhakti.Wakatobi.CarryOver;

namespace KerjaBhakti.Web.Wakatobi.CarryOver;

/// <summary>How the pages call the parts of a use of SiLPA.</summary>
internal static class SilpaText
{
    /// <summary>"Belanja operasional" or "Belanja modal", the words of pasal 10(3).</summary>
    public static string Of(SilpaPurpose purpose) =>
        purpose switch
        {
            SilpaPurpose.Operations => "Belanja operasional",
            SilpaPurpose.Capital => "Belanja modal",
        };

    /// <summary>"Dianggarkan", or "Mendesak, huruf a".</summary>
    public static string KindOf(SilpaUse use) =>
        use.Criterion is { } criterion
            ? criterion switch
            {
                UrgentCriterion.BudgetMissing => "Mendesak, huruf a",
                UrgentCriterion.DelayCausesLoss => "Mendesak, huruf b",
            }
            : "Dianggarkan";
}
