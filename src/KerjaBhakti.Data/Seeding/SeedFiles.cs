namespace KerjaBhakti.Data.Seeding;

/// <summary>What every portal carries inside its program, whichever institution it serves; see <c>seeds/README.md</c>.</summary>
public static class SeedFiles
{
    /// <summary>The most common passwords, in lower case.</summary>
    public static IReadOnlyList<string> ReadCommonPasswords()
    {
        using var reader = new StreamReader(Open("common-passwords.txt"));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Stream Open(string name) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream($"Seeds/{name}")
        ?? throw new InvalidOperationException($"The seed {name} is not in the assembly.");
}
