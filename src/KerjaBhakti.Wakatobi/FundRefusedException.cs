namespace KerjaBhakti.Wakatobi;

/// <summary>
/// Something the claim fund's rules do not allow, with the reasons in Indonesian for the person who tried. Nothing was changed.
/// </summary>
public sealed class FundRefusedException : Exception
{
    /// <summary>A refusal for one reason.</summary>
    public FundRefusedException(string problem)
        : this([problem]) { }

    /// <summary>A refusal for every reason found, so that they can be put right in one go.</summary>
    /// <param name="problems">Whole sentences, at least one.</param>
    public FundRefusedException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The reasons, each a whole sentence.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Refuses where there is any reason to.</summary>
    /// <exception cref="FundRefusedException">There is at least one problem.</exception>
    internal static void ThrowIfAny(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new FundRefusedException(problems);
        }
    }
}
