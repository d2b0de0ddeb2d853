using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>Explains an amount to the person who gets it, in one sentence with all of its numbers.</summary>
public static class FeeExplanation
{
    /// <summary>
    /// Why this amount: "Komponen LANGSUNG mendapat 60 % dari Rp1.000 = Rp600; poin Anda 12,5 dari 480 poin seluruh 40 pegawai komponen ini, yaitu
    /// Rp600 × 12,5 ÷ 480 = Rp15,625; dibulatkan ke bawah menjadi Rp15, ditambah Rp1 dari sisa pembulatan …".
    /// </summary>
    /// <param name="calculation">The distribution.</param>
    /// <param name="line">A line of it.</param>
    public static string Of(FeeCalculation calculation, FeeLine line) => $"{OfComponent(calculation.Pool, line.Component)}; {OfShare(line)}; {OfRounding(line)}.";

    private static string OfComponent(Rupiah pool, FeeComponentPool component)
    {
        var exact = component.Component.Share.Share * new Fraction(pool.Amount, 1);
        var rounded = exact.Denominator.IsOne ? string.Empty : $", dibulatkan menjadi {component.Pool.Amount}";
        return $"Komponen {component.Component.Code} mendapat {component.Component.Share.ToIndonesian()} dari {pool} = {Exact(exact)}{rounded}";
    }

    private static string OfShare(FeeLine line)
    {
        var pool = line.Component.Pool.Amount;
        var exact = Exact(ExactOf(line));
        if (line.Component.Component.Method == FeeMethod.Equal)
        {
            return $"dibagi sama rata kepada {line.Component.Staff} pegawai, yaitu {pool} ÷ {line.Component.Staff} = {exact}";
        }

        var points = line.Staff.Points!.Value.ToIndonesian();
        var all = Decimals.Write(line.Component.Points);
        return $"poin Anda {points} dari {all} poin seluruh {line.Component.Staff} pegawai komponen ini, yaitu {pool} × {points} ÷ {all} = {exact}";
    }

    private static string OfRounding(FeeLine line)
    {
        var part = line.Part;
        if (ExactOf(line).Denominator.IsOne)
        {
            return $"Anda menerima {part.Amount}, tanpa pembulatan";
        }

        return part.HasExtra
            ? $"dibulatkan ke bawah menjadi {part.Floor}, ditambah Rp1 dari sisa pembulatan karena pecahan Anda termasuk yang terbesar, sehingga Anda menerima {part.Amount}"
            : $"dibulatkan ke bawah, sehingga Anda menerima {part.Amount}; sisa pembulatan diberikan kepada pecahan yang lebih besar, atau kepada nomor pegawai yang lebih dahulu bila pecahannya sama";
    }

    private static Fraction ExactOf(FeeLine line) => line.Part.Share * new Fraction(line.Component.Pool.Amount.Amount, 1);

    private static string Exact(Fraction rupiah) => "Rp" + Decimals.Write(rupiah);
}
