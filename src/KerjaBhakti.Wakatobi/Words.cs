namespace KerjaBhakti.Wakatobi;

/// <summary>Texts that people must give.</summary>
internal static class Words
{
    /// <summary>The problem of a text as a sentence; null where it can be stored.</summary>
    public static string? WhyNot(string? text, string what, int most) =>
        (text?.Trim().Length ?? 0) is var length && length > 0 && length <= most
            ? null
            : $"{what} harus diisi, paling panjang {most} huruf.";

    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="FundRefusedException">It is empty or too long.</exception>
    public static string Require(string? text, string what, int most) =>
        WhyNot(text, what, most) is { } problem ? throw new FundRefusedException(problem) : text!.Trim();
}
