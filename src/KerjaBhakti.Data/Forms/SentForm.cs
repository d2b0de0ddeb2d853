namespace KerjaBhakti.Data.Forms;

/// <summary>
/// A form that was sent and stored, by the number its page gave it. Stored in the transaction of what the form changed, so that the same
/// form sent again, at the same moment or to another server, changes nothing.
/// </summary>
public sealed class SentForm
{
    /// <summary>The longest <see cref="Location"/>, in characters.</summary>
    public const int LocationLength = 400;

    private SentForm() { }

    /// <summary>A form that is being stored.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="at">When.</param>
    public SentForm(Guid id, DateTimeOffset at) => (Id, At) = (id, at);

    /// <summary>The number its page gave it.</summary>
    public Guid Id { get; private set; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Where its sender was led afterwards; null until the answer was given, or where there was none.</summary>
    public string? Location { get; private set; }
}
