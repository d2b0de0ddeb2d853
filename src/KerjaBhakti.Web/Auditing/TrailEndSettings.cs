using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;

namespace KerjaBhakti.Web.Auditing;

/// <summary>Where the end of the audit trail goes every day: <c>Audit:EndFile</c> and <c>Audit:EndMail</c>.</summary>
/// <param name="File">The file to which a line is added; null for none.</param>
/// <param name="Mail">The addresses it is mailed to.</param>
public sealed record TrailEndSettings(string? File, IReadOnlyList<string> Mail)
{
    /// <summary>Whether it goes anywhere.</summary>
    public bool IsOn => File is not null || Mail.Count > 0;

    /// <summary>Reads them.</summary>
    /// <exception cref="PortalStartException">One cannot be used.</exception>
    public static TrailEndSettings Read(IConfiguration configuration)
    {
        var file = configuration["Audit:EndFile"] is { Length: > 0 } path ? Path.GetFullPath(path) : null;
        if (file is not null && !Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new PortalStartException($"Pengaturan Audit:EndFile: folder {Path.GetDirectoryName(file)} tidak ada.");
        }

        var mail = (configuration["Audit:EndMail"] ?? string.Empty).Split(
            [',', ';'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (Array.Find(mail, address => !MailSettings.TryParseAddress(address, out _)) is { } wrong)
        {
            throw new PortalStartException(
                $"Pengaturan Audit:EndMail '{wrong}' bukan alamat surel; tulis misalnya inspektorat@jakarta.go.id."
            );
        }

        if (mail.Length > 0 && configuration["Mail:Host"] is not { Length: > 0 })
        {
            throw new PortalStartException("Pengaturan Audit:EndMail memerlukan server surel; isi Mail:Host dan Mail:From.");
        }

        return new TrailEndSettings(file, mail);
    }
}
