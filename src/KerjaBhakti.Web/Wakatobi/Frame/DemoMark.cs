namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>Whether the figures of this database are invented. Every page of the fund says so then.</summary>
public sealed class DemoMark
{
    /// <summary>Set at the start, by whoever enters or finds the invented year.</summary>
    public bool IsPresent { get; internal set; }
}
