namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// A file that cannot be read as the table it should be. The message is one Indonesian sentence for the user: what is wrong, where, what to
/// do.
/// </summary>
public sealed class TableUnreadableException : Exception
{
    /// <summary>Refuses a file.</summary>
    public TableUnreadableException(string message)
        : base(message) { }

    /// <summary>Refuses a file for what a library found in it.</summary>
    public TableUnreadableException(string message, Exception cause)
        : base(message, cause) { }

    /// <summary>Whether the file holds a table whose columns were not understood, so that a person can say which are which.</summary>
    public bool ColumnsInDoubt { get; init; }

    /// <summary>The sheets among which a person has to choose; empty where there is no choice.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];
}
