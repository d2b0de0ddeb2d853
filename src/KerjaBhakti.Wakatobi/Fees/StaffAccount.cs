namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>Whose fees an account may see as its own.</summary>
/// <param name="AccountId">The key of the account.</param>
/// <param name="StaffId">The staff number of the person it belongs to; each number has one account at most.</param>
public sealed record StaffAccount(string AccountId, string StaffId);
