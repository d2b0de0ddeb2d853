using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Commands;

/// <summary>The file a command writes.</summary>
internal static class OutputFile
{
    /// <summary>
    /// Writes the file whole or not at all: beside the target first, so that a full disk or a killed process leaves the old file whole.
    /// </summary>
    /// <exception cref="PortalStartException">It cannot be written.</exception>
    public static async Task SaveAsync(FileInfo target, byte[] bytes, CancellationToken cancellationToken)
    {
        var partial = $"{target.FullName}.{Environment.ProcessId}.tmp";
        try
        {
            await File.WriteAllBytesAsync(partial, bytes, cancellationToken);
            File.Move(partial, target.FullName, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"Berkas {target.FullName} tidak dapat ditulis: {failure.Message}", failure);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
