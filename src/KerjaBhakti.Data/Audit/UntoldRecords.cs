using System.Reflection;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Wakatobi.Books;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// No trace, no save. Records of the modules are saved with their entry at once. Accounts, which Identity saves step by step, and files
/// may be saved before the entry that tells of them, in its transaction; one that would commit without it is refused
/// (<see cref="UntoldGuard"/>). A service that forgets its entry fails its first test instead of leaving a gap.
/// </summary>
internal sealed class UntoldRecords
{
    private static readonly Assembly[] Modules = [typeof(Schedule).Assembly, typeof(JournalEntry).Assembly];
    private readonly List<RecordLine> lines = [];
    private Guid? transaction;

    /// <summary>Whether there are any.</summary>
    public bool Any => lines.Count > 0;

    /// <summary>Lets records be saved whose entry comes later.</summary>
    /// <exception cref="InvalidOperationException">They cannot wait for it.</exception>
    public void RequireLater(RecordChanges records, Guid? current)
    {
        if (records.IsEmpty)
        {
            return;
        }

        if (current is null || records.Types.Any(type => Modules.Contains(type.Assembly)))
        {
            throw new InvalidOperationException(
                $"A change of {string.Join(", ", records.Types.Select(type => type.Name))} was to be saved without an audit entry."
            );
        }

        Enter(current);
    }

    /// <summary>Notes what was saved.</summary>
    public void Add(RecordChanges records) => lines.AddRange(records.ToLines());

    /// <summary>Those of a transaction, which are told of now. What an earlier one left was rolled back with it.</summary>
    public IReadOnlyList<RecordLine> Take(Guid? current)
    {
        Enter(current);
        List<RecordLine> taken = [.. lines];
        lines.Clear();
        return taken;
    }

    /// <summary>Forgets what was not kept.</summary>
    public void Clear() => lines.Clear();

    private void Enter(Guid? current)
    {
        if (transaction != current)
        {
            lines.Clear();
            transaction = current;
        }
    }
}
