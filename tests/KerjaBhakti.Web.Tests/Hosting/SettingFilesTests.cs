using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>Settings that are files, as containers and services are given passwords.</summary>
public sealed class SettingFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task AFile_IsTheSettingItIsNamedAfter_WithoutTheEndOfItsLine()
    {
        Write("Mail__Password", "rahasia surel\n");
        Write("Wakatobi__Reports__silpa__Basis", "Perbup 9/2015");
        Write("keys.pfx", "no setting");
        await using var app = PortalHost.Build(
            [
                $"--Portal:SecretsFolder={folder.FullName}",
                "--Mail:Host=relay.example.go.id",
                "--Mail:From=kb@example.go.id",
                "--Mail:User=kb",
                "--Mail:Password=dari baris perintah",
            ]
        );

        Assert.Equal("rahasia surel", app.Services.GetRequiredService<MailSettings>().Password);
        Assert.Equal("Perbup 9/2015", app.Configuration["Wakatobi:Reports:silpa:Basis"]);
        Assert.Null(app.Configuration["keys.pfx"]);
    }

    [Fact]
    public void AFolderThatIsNotThere_StopsTheStart() =>
        Assert.Contains(
            "Portal:SecretsFolder",
            Assert.Throws<PortalStartException>(() => PortalHost.Build(["--Portal:SecretsFolder=/tidak/ada"])).Message,
            StringComparison.Ordinal
        );

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}
