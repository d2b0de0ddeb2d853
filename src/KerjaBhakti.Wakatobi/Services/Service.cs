namespace KerjaBhakti.Wakatobi.Services;

/// <summary>A service whose cases are claimed. The list is data, because pasal 2(2) letter h leaves it open ("dll.").</summary>
/// <param name="Code">Its code, at most <see cref="CodeLength"/> characters.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Article">Where the regulation names it.</param>
/// <param name="Active">Whether new claims may name it.</param>
public sealed record Service(string Code, string Name, string Article, bool Active = true)
{
    /// <summary>The longest code, in characters.</summary>
    public const int CodeLength = 30;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;
}
