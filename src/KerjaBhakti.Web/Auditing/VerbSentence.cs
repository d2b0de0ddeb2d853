using KerjaBhakti.Data.Audit;

namespace KerjaBhakti.Web.Auditing;

/// <summary>A sentence of the audit trail out of a verb, what the entry is about, and what it was before and after.</summary>
internal static class VerbSentence
{
    /// <summary>"mencatat penerimaan TRX-1: Rp900"; null where no verb is known for the action.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> verbs, AuditEntry entry) => verbs.TryGetValue(entry.Action, out var verb)
        ? (entry.Before.Length, entry.After.Length) switch
        {
            (0, 0) => $"{verb} {entry.Caption}",
            (0, _) => $"{verb} {entry.Caption}: {entry.After}",
            _ => $"{verb} {entry.Caption}: {entry.Before} → {entry.After}",
        }
        : null;
}
