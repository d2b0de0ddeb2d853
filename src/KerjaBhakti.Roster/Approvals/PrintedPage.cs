namespace KerjaBhakti.Roster.Approvals;

/// <summary>
/// One page of an issued annex as it was divided when it was issued; every later print breaks there too, whatever the program has become.
/// </summary>
public sealed class PrintedPage
{
    private PrintedPage() { }

    internal PrintedPage(Guid schedule, int number, int firstRow, int lastRow, string code)
    {
        ScheduleId = schedule;
        Number = number;
        FirstRow = firstRow;
        LastRow = lastRow;
        Code = code;
    }

    /// <summary>The code printed on it, without hyphens; see <see cref="PageCode"/>.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>The schedule it belongs to.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The number of the page, from one.</summary>
    public int Number { get; private set; }

    /// <summary>The first row on it, counted from zero.</summary>
    public int FirstRow { get; private set; }

    /// <summary>The last row on it, included; one less than the first where it has none.</summary>
    public int LastRow { get; private set; }
}
