using System.Globalization;

namespace KerjaBhakti.Data.Institutions;

/// <summary>What is wrong in the folder of an institution.</summary>
/// <param name="File">The file, as it is found from the folder.</param>
/// <param name="Line">The line, from one; null where the whole file is meant.</param>
/// <param name="Problem">What is wrong, in Indonesian.</param>
public sealed record InstitutionMistake(string File, int? Line, string Problem)
{
    /// <summary>"districts.csv baris 12: …".</summary>
    public override string ToString() =>
        Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File} baris {line}: {Problem}") : $"{File}: {Problem}";
}

/// <summary>The folder of an institution cannot be used; every mistake that was found is named.</summary>
public sealed class InstitutionFolderException(string folder, IReadOnlyList<InstitutionMistake> mistakes)
    : Exception(
        string.Join(Environment.NewLine, mistakes.Select(mistake => $"{mistake}").Prepend($"Folder instansi {folder} belum benar."))
    )
{
    /// <summary>The mistakes, at least one.</summary>
    public IReadOnlyList<InstitutionMistake> Mistakes { get; } = mistakes;
}
