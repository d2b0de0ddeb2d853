namespace KerjaBhakti.Web.Shell;

/// <summary>
/// Marks a page that is rendered statically but holds an interactive part, so that it gets the Blazor script. A page that is interactive as
/// a whole says so by its render mode and needs no mark; every other page carries no script and opens no circuit.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InteractivePageAttribute : Attribute;
