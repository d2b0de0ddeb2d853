using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>
/// What a verification decided: first of the whole claim, later of parts that were pending or in dispute. Each has its own date and its own
/// deadline, so that BPJS is never late by what was completed or decided only later.
/// </summary>
/// <param name="On">The date of the decision.</param>
/// <param name="CompleteOn">The completeness that concerns it: of the claim, or of what was handed in for the pending parts.</param>
/// <param name="DueOn">The last day for BPJS to pay what it made payable.</param>
/// <param name="Verified">What is to be paid in all after it.</param>
/// <param name="SettledOn">When all that was payable up to it was paid; null while something of it is owed.</param>
public sealed record ClaimDecision(DateOnly On, DateOnly CompleteOn, DateOnly DueOn, Rupiah Verified, DateOnly? SettledOn)
{
    // A stored decision is filled property by property.
    private ClaimDecision()
        : this(default, default, default, default, null) { }
}
