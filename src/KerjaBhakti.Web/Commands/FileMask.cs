using System.Runtime.InteropServices;

namespace KerjaBhakti.Web.Commands;

/// <summary>
/// What the program makes (database, copies, keys, exports) is for the account it runs under alone: files 600, folders 700. Set once for
/// the process, because SQLite and the
/// key ring make files of their own beside those the portal names.
/// </summary>
internal static class FileMask
{
    // Octal 077: nothing for the group and for others.
    private const uint OwnerOnly = 0b000_111_111;

    /// <summary>Takes the rights of everybody else from files made from now on. Windows inherits those of the folder instead.</summary>
    public static void Restrict()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(OwnerOnly);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
