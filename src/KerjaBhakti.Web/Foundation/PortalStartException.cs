namespace KerjaBhakti.Web.Foundation;

/// <summary>The portal or a command cannot go on. The message is one Indonesian sentence for the person at the terminal.</summary>
public sealed class PortalStartException(string message, Exception? cause = null) : Exception(message, cause);
