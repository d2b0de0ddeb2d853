using System.CommandLine;

namespace KerjaBhakti.Web.Commands;

/// <summary>The argument of commands about the folder of an institution.</summary>
internal static class InstitutionArgument
{
    /// <summary>The folder: a path, or the name of one that comes with the program.</summary>
    public static Argument<string> Folder() =>
        new("folder") { Description = "Folder instansi: jalurnya, atau nama folder bawaan (dki, wakatobi)." };
}
