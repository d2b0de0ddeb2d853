using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>Explains the amounts of a distribution to the people who get them, each in one sentence with all of its numbers.</summary>
public sealed class FeeExplanation
{
    // What is the same for everybody in a component is written once.
    private readonly Dictionary<string, string> components;

    /// <summary>The explanations of a distribution.</summary>
    public FeeExplanation(FeeCalculation calculation) =>
        components = calculation.Components.ToDictionary(
            component => component.Component.Code,
            component => OfComponent(calculation.Pool, component)
        );

    /// <summary>
    /// Why this amount: "Komponen LANGSUNG mendapat 60 % dari Rp1.000 = Rp600; poin Anda 12,5 dari 480 poin seluruh 40 pegawai komponen
    /// ini, yaitu Rp600 × 12,5 ÷ 480 = Rp15,625; dibulatkan ke bawah menjadi Rp15, ditambah Rp1 dari sisa pembulatan …".
    /// </summary>
    /// <param name="line">A line of the distribution.</param>
    public string Of(FeeLine line)
    {
        var exact = line.Part.Share * new Fraction(line.Component.Pool.Amount.Amount, 1);
        return $"{components[line.Staff.Component]}; {OfShare(line)} = {Exact(exact)}; {OfRounding(line.Part, exact)}.";
    }

    private static string OfComponent(Rupiah pool, FeeComponentPool component)
    {
        var exact = component.Component.Share.Share * new Fraction(pool.Amount, 1);
        var rounded = exact.Denominator.IsOne ? string.Empty : $", dibulatkan menjadi {component.Pool.Amount}";
        return $"Komponen {component.Component.Code} mendapat {component.Component.Share.ToIndonesian()} dari {pool} = {Exact(exact)}{rounded}";
    }

    private static string OfShare(FeeLine line)
    {
        var pool = line.Component.Pool.Amount;
        if (line.Component.Component.Method == FeeMethod.Equal)
        {
            return $"dibagi sama rata kepada {line.Component.Staff} pegawai, yaitu {pool} ÷ {line.Component.Staff}";
        }

        var points = line.Staff.Points!.Value.ToIndonesian();
        var all = Decimals.Write(line.Component.Points);
        return $"poin Anda {points} dari {all} poin seluruh {line.Component.Staff} pegawai komponen ini, yaitu {pool} × {points} ÷ {all}";
    }

    private static string OfRounding(Part part, Fraction exact)
    {
        if (exact.Denominator.IsOne)
        {
            return $"Anda menerima {part.Amount}, tanpa pembulatan";
        }

        return part.HasExtra
            ? $"dibulatkan ke bawah menjadi {part.Floor}, ditambah Rp1 dari sisa pembulatan karena pecahan Anda termasuk yang terbesar, "
                + $"sehingga Anda menerima {part.Amount}"
            : $"dibulatkan ke bawah, sehingga Anda menerima {part.Amount}; "
                + "sisa pembulatan diberikan kepada pecahan yang lebih besar, atau kepada nomor pegawai yang lebih dahulu bila pecahannya sama";
    }

    private static string Exact(Fraction rupiah) => "Rp" + Decimals.Write(rupiah);
}
