using System.Reflection;

namespace KerjaBhakti.Data.Institutions;

/// <summary>An empty folder of an institution, with an explanation beside each field.</summary>
public static class InstitutionTemplate
{
    private const string Prefix = "Template/";

    /// <summary>Its files by name, with what each holds.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files { get; } = [.. Read(typeof(InstitutionTemplate).Assembly)];

    private static IEnumerable<(string Name, string Text)> Read(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..], reader.ReadToEnd());
        }
    }
}
