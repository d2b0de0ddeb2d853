using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

/// <summary>Decrees and staff, written shortly.</summary>
internal static class Staff
{
    public static readonly FeeDecree Decree = new(
        "445/12/2024",
        [
            new FeeComponent("LANGSUNG", Percent.Parse("60"), FeeMethod.Points),
            new FeeComponent("MERATA", Percent.Parse("40"), FeeMethod.Equal),
        ]
    );

    public static StaffPoints In(string component, string id, string? points = null) =>
        new(id, $"Pegawai {id}", component, points is null ? null : Points(points));

    public static ExactDecimal Points(string text) =>
        ExactDecimal.TryParse(text, out var points) ? points : throw new FormatException(text);
}
