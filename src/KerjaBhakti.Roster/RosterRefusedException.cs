namespace KerjaBhakti.Roster;

/// <summary>
/// Something the roster's rules do not allow, with the reasons in Indonesian for the person who tried. Nothing was changed.
/// </summary>
public sealed class RosterRefusedException : Exception
{
    /// <summary>A refusal for one reason.</summary>
    public RosterRefusedException(string problem)
        : this([problem]) { }

    /// <summary>A refusal for every reason found, so that they can be put right in one go.</summary>
    /// <param name="problems">Whole sentences, at least one.</param>
    public RosterRefusedException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The reasons, each a whole sentence.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Refuses where there is any reason to; a reason found twice is given once.</summary>
    /// <exception cref="RosterRefusedException">There is at least one problem.</exception>
    internal static void ThrowIfAny(IEnumerable<string> problems)
    {
        var found = problems.Distinct().ToList();
        if (found.Count > 0)
        {
            throw new RosterRefusedException(found);
        }
    }
}
