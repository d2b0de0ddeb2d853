using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>Where the keys of sign-in cookies and one-time links are kept.</summary>
public sealed class PortalKeysTests : IDisposable
{
    private const string Password = "sandi-uji";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-kunci-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task WhatOneServerProtected_AnotherOnTheSameDatabaseOpens_AndNobodyWithoutTheDatabase()
    {
        var database = new FileInfo(Path.Combine(folder.FullName, "kunci.db"));
        await using var one = await StartAsync(database);
        var secret = ProtectorOf(one).Protect("tautan");

        await using var other = await StartAsync(database);
        Assert.Equal("tautan", ProtectorOf(other).Unprotect(secret));

        await using var db = await one.DatabaseAsync();
        await db.DataProtectionKeys.ExecuteDeleteAsync(Cancellation);
        await using var without = await StartAsync(database);
        Assert.Throws<CryptographicException>(() => ProtectorOf(without).Unprotect(secret));
    }

    [Fact]
    public async Task WithACertificate_NoKeyStandsInClear_AndAnOlderCertificateStillOpensIts()
    {
        var (first, second) = (Certify("lama"), Certify("baru"));
        var database = new FileInfo(Path.Combine(folder.FullName, "kunci.db"));
        string secret;
        await using (var before = await StartAsync(database, first))
        {
            secret = ProtectorOf(before).Protect("tautan");
            await using var db = await before.DatabaseAsync();
            var keys = await db.DataProtectionKeys.AsNoTracking().ToListAsync(Cancellation);
            Assert.NotEmpty(keys);
            Assert.All(keys, key => Assert.Contains("EncryptedData", key.Xml, StringComparison.Ordinal));
            Assert.All(keys, key => Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal));
        }

        await using (var after = await StartAsync(database, second, first))
        {
            Assert.Equal("tautan", ProtectorOf(after).Unprotect(secret));
        }

        await using var without = await StartAsync(database, second);
        Assert.Throws<CryptographicException>(() => ProtectorOf(without).Unprotect(secret));
    }

    [Fact]
    public void AKeyFolder_IsRefusedWithWhatToDo()
    {
        var refusal = Assert.Throws<PortalStartException>(() => PortalHost.Build(["--Portal:KeyFolder=data/keys"]));

        Assert.Contains("kunci disimpan di basis data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACertificateThatCannotBeUsed_StopsTheStartWithTheReason()
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=uji", elliptic, HashAlgorithmName.SHA256).CreateSelfSigned(
            TimeProvider.System.GetUtcNow(),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        var file = Path.Combine(folder.FullName, "ec.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));

        Assert.Contains("kunci pribadi RSA", RefusalOf(file, Password), StringComparison.Ordinal);
        Assert.Contains("kata sandinya salah", RefusalOf(Certify("uji"), "salah"), StringComparison.Ordinal);
        Assert.Contains(
            "tidak dapat dibaca",
            RefusalOf(Path.Combine(folder.FullName, "tidak-ada.pfx"), Password),
            StringComparison.Ordinal
        );
        Assert.Contains("Portal:KeyCertificates:0:File belum diisi", RefusalOf(string.Empty, Password), StringComparison.Ordinal);
    }

    private static string RefusalOf(string file, string password) =>
        Assert
            .Throws<PortalStartException>(() =>
                PortalHost.Build([$"--Portal:KeyCertificates:0:File={file}", $"--Portal:KeyCertificates:0:Password={password}"])
            )
            .Message;

    private static IDataProtector ProtectorOf(PortalUnderTest portal) =>
        portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("uji");

    private static Task<PortalUnderTest> StartAsync(FileInfo database, params string[] certificates) =>
        PortalUnderTest.StartAsync([
            "--environment=Staging",
            $"--Database:File={database.FullName}",
            .. certificates.SelectMany(
                (file, index) =>
                    (string[])[$"--Portal:KeyCertificates:{index}:File={file}", $"--Portal:KeyCertificates:{index}:Password={Password}"]
            ),
        ]);

    private string Certify(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        var file = Path.Combine(folder.FullName, $"{name}.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        return file;
    }
}
