using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KerjaBhakti.Data;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// Keys of sign-in cookies, forms and one-time links. They stand in the database, so that a restart signs nobody out, several servers share
/// them and a link from the command line opens in the running portal. Decision 0037.
/// </summary>
internal static class PortalKeys
{
    private const string Certificates = "Portal:KeyCertificates";

    /// <summary>
    /// Keeps the keys in the database, encrypted for the first certificate of <c>Portal:KeyCertificates</c>; the others still open what was
    /// encrypted for them.
    /// </summary>
    /// <exception cref="PortalStartException">A certificate cannot be used, or the keys are still to be kept in a folder.</exception>
    public static void AddPortalKeys(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Portal:KeyFolder"] is { Length: > 0 } folder)
        {
            throw new PortalStartException(
                $"Pengaturan Portal:KeyFolder '{folder}' tidak dipakai lagi: kunci disimpan di basis data. Hapus pengaturan itu dan folder kuncinya; semua orang masuk kembali satu kali."
            );
        }

        var keys = services.AddDataProtection().SetApplicationName("KerjaBhakti").PersistKeysToDbContext<PortalDbContext>();
        X509Certificate2[] certificates = [.. configuration.GetSection(Certificates).GetChildren().Select(Read)];
        if (certificates.Length > 0)
        {
            keys.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate(certificates);
        }
    }

    /// <summary>
    /// Says at the terminal where keys stand in clear: whoever reads the database or a copy of it can sign in as anybody.
    /// </summary>
    public static void WarnOfOpenKeys(WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Configuration.GetSection(Certificates).Exists())
        {
            Console.Error.WriteLine(
                "Portal__KeyCertificates belum diisi: kunci sesi tersimpan terbuka di basis data dan di setiap cadangannya."
            );
        }
    }

    private static X509Certificate2 Read(IConfigurationSection setting)
    {
        var file = setting["File"];
        if (string.IsNullOrEmpty(file))
        {
            throw new PortalStartException($"Pengaturan {setting.Path}:File belum diisi.");
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, setting["Password"]);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null
                ? certificate
                : throw new PortalStartException($"Pengaturan {setting.Path}: sertifikat '{file}' tidak memuat kunci pribadi RSA.");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"Pengaturan {setting.Path}: berkas '{file}' tidak dapat dibaca sebagai PKCS#12, atau kata sandinya salah.",
                failure
            );
        }
    }
}
