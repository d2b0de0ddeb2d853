using KerjaBhakti.Web.Foundation;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// Settings of which each is a file: passwords and connection strings, as containers and services are given them. An environment is read by
/// whoever may look at the process, and stands in what describes a container.
/// </summary>
internal static class SettingFiles
{
    private const string Folder = "Portal:SecretsFolder";

    /// <summary>
    /// Reads the folder <c>Portal:SecretsFolder</c>, where one is set: a file's name is the key, with <c>__</c> for <c>:</c>, its content
    /// the value. What it says goes before everything else. Files with a dot in their name are none: certificates may lie beside.
    /// </summary>
    /// <exception cref="PortalStartException">There is no such folder, or it cannot be read.</exception>
    public static void AddSettingFiles(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Folder] is not { Length: > 0 } setting)
        {
            return;
        }

        var path = Path.GetFullPath(setting);
        try
        {
            builder.Configuration.Add<KeyPerFileConfigurationSource>(files =>
            {
                files.FileProvider = new PhysicalFileProvider(path);
                files.IgnoreCondition = name => name.Contains('.', StringComparison.Ordinal);
                files.ReloadOnChange = false;
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PortalStartException($"Pengaturan {Folder}: folder '{path}' atau isinya tidak dapat dibaca.", failure);
        }
    }
}
