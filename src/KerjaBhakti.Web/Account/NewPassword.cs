namespace KerjaBhakti.Web.Account;

/// <summary>The fields of <see cref="NewPasswordFields"/>.</summary>
internal sealed class NewPassword
{
    public string Email
    {
        get;
        set => field = value ?? string.Empty;
    } = string.Empty;

    public string Password
    {
        get;
        set => field = value ?? string.Empty;
    } = string.Empty;

    public string Again
    {
        get;
        set => field = value ?? string.Empty;
    } = string.Empty;
}
