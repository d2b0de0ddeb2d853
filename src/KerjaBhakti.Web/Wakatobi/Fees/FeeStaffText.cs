using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>Staff and points as a spreadsheet would copy them, for a person to correct.</summary>
internal static class FeeStaffText
{
    private const string Heads = "NIP\tNama\tKomponen\tPoin";

    // With three decimals a number looks like a thousand.
    private const int Thousands = 3;

    /// <summary>What a distribution paid by.</summary>
    public static string Of(IEnumerable<FeePayment> payments) =>
        Join(payments.Select(payment => Row(payment.StaffId, payment.Name, payment.Component, payment.Points)));

    /// <summary>Everybody in each component, with the points of the last distribution where the component goes by points.</summary>
    public static string Of(IReadOnlyList<StaffMember> members, IReadOnlyList<FeeComponent> components, IReadOnlyList<FeePayment> last)
    {
        var points = last.DistinctBy(payment => (StaffNumber.KeyOf(payment.StaffId), payment.Component))
            .ToDictionary(payment => (StaffNumber.KeyOf(payment.StaffId), payment.Component), payment => payment.Points);
        return Join(
            members.SelectMany(member =>
                components.Select(component =>
                    Row(
                        member.Number,
                        member.Name,
                        component.Code,
                        component.Method == FeeMethod.Points
                            ? points.GetValueOrDefault((member.NumberKey, component.Code)) ?? string.Empty
                            : string.Empty
                    )
                )
            )
        );
    }

    private static string Join(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Heads));

    private static string Row(string number, string name, string component, string points) =>
        string.Join('\t', number, name, component, Shown(points));

    private static string Shown(string points)
    {
        if (!ExactDecimal.TryParse(points, out var value))
        {
            return points;
        }

        var text = value.ToIndonesian();
        return text.IndexOf(',', StringComparison.Ordinal) is var comma && comma >= 0 && text.Length - comma - 1 == Thousands
            ? $"{text}0"
            : text;
    }
}
