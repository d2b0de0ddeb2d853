using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>Reads the fields of a form and collects what is wrong with all of them, so that it can be put right in one go.</summary>
public sealed class FundForm
{
    private readonly List<string> problems = [];

    /// <summary>What is wrong so far, whole sentences.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Reads a value; the default where it cannot be read.</summary>
    /// <param name="label">What the field is called, as its problem begins: "Rawat inap, diajukan".</param>
    /// <param name="read">Reads it or refuses.</param>
    public T? Read<T>(string label, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FundRefusedException refusal)
        {
            problems.AddRange(refusal.Problems.Select(problem => $"{label}: {problem}"));
            return default;
        }
    }

    /// <summary>Reads several fields whose problems name them already; the default where they cannot be read.</summary>
    public T? Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FundRefusedException refusal)
        {
            problems.AddRange(refusal.Problems);
            return default;
        }
    }

    /// <summary>Reads an amount; an empty field is nothing.</summary>
    public Rupiah Amount(string label, string? text) =>
        string.IsNullOrWhiteSpace(text) ? Rupiah.Zero : Read(label, () => Rupiah.Parse(text));

    /// <summary>Reads a date that must be given.</summary>
    public DateOnly Date(string label, DateOnly? date) =>
        Read(label, () => AddressValue.Usual(date) ?? throw new FundRefusedException("isikan tanggal, misalnya 15 Juli 2024."));

    /// <summary>Refuses where anything was wrong.</summary>
    /// <exception cref="FundRefusedException">Something was; says all of it.</exception>
    public void RequireRead()
    {
        if (problems.Count > 0)
        {
            throw new FundRefusedException(problems);
        }
    }
}
