using KerjaBhakti.Data.Audit;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Auditing;

/// <summary>An entry of the audit trail as a sentence.</summary>
public static class AuditSentence
{
    /// <summary>How the code of every action of the claim fund begins.</summary>
    internal const string Fund = "fund.";

    /// <summary>"Sari mengubah Maret Dinas Tata Air: Cakung → Ciracas, 21 November 2026 09.12 WIB".</summary>
    public static string Of(AuditEntry entry) => $"{entry.ActorName} {WhatOf(entry)}, {MomentOf(entry)}";

    /// <summary>When it was done, on the clock of the module: what is done to the claim fund in WITA, everything else in WIB.</summary>
    public static string MomentOf(AuditEntry entry) =>
        entry.Action.StartsWith(Fund, StringComparison.Ordinal) ? Indonesian.MomentInWita(entry.At) : Indonesian.Moment(entry.At);

    /// <summary>What was done, without who and when: "mengubah Maret Dinas Tata Air: Cakung → Ciracas".</summary>
    /// <remarks>What an older or a newer program wrote is still read, with the name it has there.</remarks>
    public static string WhatOf(AuditEntry entry) =>
        AuditActions.Find(entry.Action)?.SentenceOf(entry) ?? $"{entry.Action} {entry.Caption}: {entry.Before} → {entry.After}";
}
