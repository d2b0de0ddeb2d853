namespace KerjaBhakti.Roster.Approvals;

/// <summary>
/// The signed paper as it came back: a PDF that was uploaded for an issued schedule, kept byte for byte. A later one stands before, never
/// instead.
/// </summary>
public sealed class SignedScan
{
    /// <summary>The longest file name kept, in characters.</summary>
    public const int FileNameLength = 200;

    private SignedScan() { }

    /// <summary>A scan that was checked and stored.</summary>
    /// <param name="schedule">The issued schedule it shows.</param>
    /// <param name="file">The key of the stored file.</param>
    /// <param name="fileName">Its name on the computer it came from.</param>
    /// <param name="pages">How many pages it has.</param>
    /// <param name="by">Who uploaded it.</param>
    /// <param name="at">When.</param>
    public SignedScan(Guid schedule, Guid file, string fileName, int pages, Person by, DateTimeOffset at)
    {
        ScheduleId = schedule;
        FileId = file;
        FileName = fileName.Length > FileNameLength ? fileName[^FileNameLength..] : fileName;
        Pages = pages;
        By = by.Name;
        At = at;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The schedule.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>The file's name as uploaded.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>How many pages it has.</summary>
    public int Pages { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public string By { get; private set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
