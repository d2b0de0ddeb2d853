using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportStatus
{
    /// <summary>Rancangan: only its writers see it.</summary>
    Draft,

    /// <summary>Terkirim: the secretariat has it.</summary>
    Sent,

    /// <summary>Dikembalikan: the secretariat wants it put right.</summary>
    Returned,

    /// <summary>Terverifikasi: it stays as it is.</summary>
    Verified,
}

/// <summary>
/// The report of one row about one Sunday (laporan pelaksanaan; diktum KETIGA of Instruction 118/2015): whether somebody was there, who,
/// how many, what was done.
/// </summary>
public sealed class ActivityReport
{
    /// <summary>The longest reason for a return, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The most photos a report holds.</summary>
    public const int MostPhotos = 6;

    /// <summary>How long a verification can be taken back; afterwards the report never changes.</summary>
    public static TimeSpan UndoWithin { get; } = TimeSpan.FromMinutes(15);

    /// <summary>What is said of more.</summary>
    public static string TooManyPhotos { get; } = $"Satu laporan memuat paling banyak {MostPhotos} foto.";

    private readonly List<ReportPhoto> photos = [];

    private ActivityReport() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The schedule whose annex the row stands in.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The number of the row.</summary>
    public int Row { get; private set; }

    /// <summary>The Sunday.</summary>
    public DateOnly Sunday { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReportStatus Status { get; private set; }

    /// <summary>What it says.</summary>
    public ReportContent Content { get; private set; } = ReportContent.Empty;

    /// <summary>Who changed it last.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The local day on which it was sent for the first time; null while it was not.</summary>
    public DateOnly? FirstSentOn { get; private set; }

    /// <summary>
    /// Whether it was sent after the days given for it. Sending it again after a return makes it neither late nor punctual.
    /// </summary>
    public bool IsLate { get; private set; }

    /// <summary>Who verified or returned it; null while nobody has.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>When it was verified or returned.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Why it was returned the last time; stays, so that whoever verifies sees what was asked.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The photos, up to <see cref="MostPhotos"/>, in order.</summary>
    public IReadOnlyList<ReportPhoto> Photos => photos;

    /// <summary>Whether its writers may change it.</summary>
    public bool IsOpen => Status is ReportStatus.Draft or ReportStatus.Returned;

    /// <summary>What is missing before it can be sent, each a sentence that begins with the label of its field.</summary>
    public IReadOnlyList<string> Missing => [.. Content.Gaps()];

    /// <summary>Why a duty cannot be reported, as a sentence: the Sunday is to come, or duty was called off; null where it can.</summary>
    public static string? WhyNot(SundayDuty duty, DateOnly today) =>
        duty.Date > today ? $"{Wording.Sunday(duty.Date)} belum tiba; laporan dapat ditulis mulai hari itu."
        : duty.Sunday is { IsCancelled: true, Decision: { } decision }
            ? $"Kerja bhakti {Wording.Sunday(duty.Date)} ditiadakan: {decision.Reason}."
        : null;

    /// <summary>Begins a report.</summary>
    /// <param name="duty">The row and the Sunday, as they really are.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="today">The local date.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">The Sunday is to come, or duty was called off.</exception>
    public static ActivityReport Begin(SundayDuty duty, Person by, DateOnly today, DateTimeOffset at)
    {
        DemandReportable(duty, today);
        return new ActivityReport
        {
            ScheduleId = duty.ScheduleId,
            Row = duty.Row,
            Sunday = duty.Date,
            By = by,
            ChangedAt = at,
        };
    }

    /// <summary>Writes what it says; gaps are allowed until it is sent.</summary>
    /// <exception cref="RosterRefusedException">It was sent, or something in it cannot be.</exception>
    public void Write(ReportContent content, Person by, DateTimeOffset at)
    {
        DemandOpen();
        Content = content.Checked();
        Touch(by, at);
    }

    /// <summary>Adds a photo.</summary>
    /// <param name="file">The key of the stored file, which was looked into and stripped of metadata before.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">It was sent, or has as many as it may hold.</exception>
    public void AddPhoto(Guid file, int width, int height, Person by, DateTimeOffset at)
    {
        DemandOpen();
        if (photos.Count >= MostPhotos)
        {
            throw new RosterRefusedException(TooManyPhotos);
        }

        photos.Add(new ReportPhoto(Id, file, photos.Select(photo => photo.Order + 1).DefaultIfEmpty(0).Max(), width, height));
        Touch(by, at);
    }

    /// <summary>Takes a photo out.</summary>
    /// <exception cref="RosterRefusedException">It was sent, or holds no such photo.</exception>
    public void RemovePhoto(Guid file, Person by, DateTimeOffset at)
    {
        DemandOpen();
        if (photos.RemoveAll(photo => photo.FileId == file) == 0)
        {
            throw new RosterRefusedException("Foto ini tidak ada dalam laporan.");
        }

        Touch(by, at);
    }

    /// <summary>Sends it to the secretariat, for the first time or after a return. A late one is accepted and marked.</summary>
    /// <param name="duty">The row and the Sunday, as they really are.</param>
    /// <param name="by">Who.</param>
    /// <param name="today">The local date.</param>
    /// <param name="daysGiven">How many days after the Sunday it is still on time, at least 0.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="RosterRefusedException">It was sent already, duty was called off since, or something is missing.</exception>
    public void Send(SundayDuty duty, Person by, DateOnly today, int daysGiven, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(daysGiven);
        if ((duty.ScheduleId, duty.Row, duty.Date) != (ScheduleId, Row, Sunday))
        {
            throw new ArgumentException("Not the duty this report is about.", nameof(duty));
        }

        DemandOpen();
        DemandReportable(duty, today);
        RosterRefusedException.ThrowIfAny(Content.Gaps());
        if (FirstSentOn is null)
        {
            FirstSentOn = today;
            IsLate = today > Sunday.AddDays(daysGiven);
        }

        Status = ReportStatus.Sent;
        Touch(by, at);
    }

    /// <summary>The secretariat finds it right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this.</exception>
    public void Verify(Person by, DateTimeOffset at) => Review(ReportStatus.Verified, by, at);

    /// <summary>
    /// Takes back that it was verified, while nothing has been built on it: within <see cref="UndoWithin"/>. It waits again.
    /// </summary>
    /// <exception cref="RosterRefusedException">It is not verified, or was for too long.</exception>
    public void TakeBack(DateTimeOffset at)
    {
        if (!CanTakeBack(at))
        {
            throw new RosterRefusedException($"Verifikasi hanya dapat dibatalkan dalam {UndoWithin.TotalMinutes:0} menit sesudahnya.");
        }

        (Status, ReviewedBy, ReviewedAt) = (ReportStatus.Sent, null, null);
        Revision++;
    }

    /// <summary>Whether it was verified so recently that it can be taken back.</summary>
    public bool CanTakeBack(DateTimeOffset at) => Status == ReportStatus.Verified && at - ReviewedAt <= UndoWithin;

    /// <summary>The secretariat wants it put right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this, or there is no reason.</exception>
    public void Return(Person by, string reason, DateTimeOffset at)
    {
        var why = Wording.Require(reason, ReasonLength, "Alasan");
        Review(ReportStatus.Returned, by, at);
        ReturnReason = why;
    }

    private static void DemandReportable(SundayDuty duty, DateOnly today)
    {
        if (WhyNot(duty, today) is { } reason)
        {
            throw new RosterRefusedException(reason);
        }
    }

    private void Review(ReportStatus status, Person by, DateTimeOffset at)
    {
        if (Status != ReportStatus.Sent)
        {
            throw new RosterRefusedException("Hanya laporan yang terkirim dapat diverifikasi atau dikembalikan.");
        }

        Status = status;
        ReviewedBy = by.Name;
        ReviewedAt = at;
        Revision++;
    }

    private void DemandOpen()
    {
        if (!IsOpen)
        {
            throw new RosterRefusedException("Laporan ini sudah terkirim. Untuk mengubahnya, minta sekretariat mengembalikannya.");
        }
    }

    private void Touch(Person by, DateTimeOffset at)
    {
        By = by;
        ChangedAt = at;
        Revision++;
    }
}
