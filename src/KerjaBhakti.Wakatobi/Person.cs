namespace KerjaBhakti.Wakatobi;

/// <summary>Somebody who acted, as they were called then.</summary>
/// <param name="Id">The key of the account.</param>
/// <param name="Name">The name the portal shows.</param>
public sealed record Person(string Id, string Name);
