using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>How a component's pool is divided among its staff.</summary>
public enum FeeMethod
{
    /// <summary>By points: the principle of proportionality (pasal 6(1)).</summary>
    Points,

    /// <summary>Equally: the principle of equality (kesetaraan, pasal 6(1)).</summary>
    Equal,
}

/// <summary>A component of a decree: a share of the pool and how it is divided.</summary>
/// <param name="Code">Its code, unique in the decree: <c>LANGSUNG</c>.</param>
/// <param name="Share">Its share of the pool.</param>
/// <param name="Method">How it is divided among its staff.</param>
public sealed record FeeComponent(string Code, Percent Share, FeeMethod Method)
{
    /// <summary>The longest code, in characters.</summary>
    public const int CodeLength = 50;
}

/// <summary>
/// The Director's decree that sets how service fees are distributed (pasal 6(2)). Its components take exactly all of the pool.
/// </summary>
public sealed record FeeDecree
{
    /// <summary>The longest number, in characters.</summary>
    public const int NumberLength = 100;

    /// <summary>A decree that can be applied.</summary>
    /// <param name="number">Its number as signed; a simulation may name a draft.</param>
    /// <param name="components">At least one; codes differ and shares sum to exactly 100 %.</param>
    /// <exception cref="FundRefusedException">Something is wrong; says all of it.</exception>
    public FeeDecree(string number, IReadOnlyList<FeeComponent> components)
    {
        FundRefusedException.ThrowIfAny([.. Problems(number, components)]);
        Number = number;
        Components = components;
    }

    /// <summary>Its number.</summary>
    public string Number { get; }

    /// <summary>The components in the order of the decree.</summary>
    public IReadOnlyList<FeeComponent> Components { get; }

    /// <summary>The component of a code; null where the decree has none.</summary>
    public FeeComponent? Find(string code) => Components.FirstOrDefault(component => component.Code == code);

    private static IEnumerable<string> Problems(string number, IReadOnlyList<FeeComponent> components)
    {
        if (string.IsNullOrWhiteSpace(number) || number.Length > NumberLength)
        {
            yield return $"Nomor keputusan harus diisi, paling panjang {NumberLength} huruf.";
        }

        if (components.Count == 0)
        {
            yield return "Keputusan harus memuat sedikitnya satu komponen.";
            yield break;
        }

        foreach (
            var component in components.Where(component =>
                component.Code.Length is 0 or > FeeComponent.CodeLength || component.Code != component.Code.Trim()
            )
        )
        {
            yield return $"Kode komponen '{component.Code}' harus diisi tanpa spasi di tepinya, paling panjang {FeeComponent.CodeLength} huruf.";
        }

        foreach (var twice in components.CountBy(component => component.Code).Where(count => count.Value > 1))
        {
            yield return $"Komponen '{twice.Key}' ada {twice.Value} kali; setiap komponen hanya boleh satu kali.";
        }

        if (Percent.WhyNotWhole(components.Select(component => component.Share), "Bagian semua komponen") is { } problem)
        {
            yield return problem;
        }
    }
}
