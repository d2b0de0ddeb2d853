namespace KerjaBhakti.Web.Components.Shared;

/// <summary>A step of a <see cref="Waterfall"/>.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Path">Where what is behind it is listed.</param>
/// <param name="Amount">The whole, or what goes off; not negative.</param>
/// <param name="Left">What is left once it went off; the whole itself where nothing does.</param>
/// <param name="IsWhole">Whether it is a whole, rather than what goes off.</param>
public sealed record WaterfallStep(string Label, string Path, long Amount, long Left, bool IsWhole);
