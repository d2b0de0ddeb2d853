namespace KerjaBhakti.Documents.Roster;

/// <summary>What one printed page of an issued annex is checked by: whoever holds the paper finds there what was issued.</summary>
/// <param name="FirstRow">The first row on the page, counted from zero.</param>
/// <param name="LastRow">The last row on the page, included; one less than the first where the page has none.</param>
/// <param name="Code">The code to type, with or without hyphens; printed in groups of four.</param>
/// <param name="Url">The address the QR code holds.</param>
public sealed record PageCheck(int FirstRow, int LastRow, string Code, Uri Url);
