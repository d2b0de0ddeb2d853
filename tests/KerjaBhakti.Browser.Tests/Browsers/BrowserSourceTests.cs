namespace KerjaBhakti.Browser.Tests.Browsers;

public class BrowserSourceTests
{
    private readonly HashSet<string> files = [];
    private readonly List<string> ran = [];

    [Fact]
    public async Task Obtain_ChromiumInPath_IsTakenAndNothingIsInstalled()
    {
        files.Add("/opt/tools/chromium");

        Assert.Equal("/opt/tools/chromium", await SourceOn(HostSystem.Linux, hasApt: true).ObtainAsync());
        Assert.Empty(ran);
    }

    [Theory]
    [InlineData("chromium-browser")]
    [InlineData("google-chrome")]
    [InlineData("google-chrome-stable")]
    [InlineData("microsoft-edge")]
    [InlineData("msedge")]
    public void Find_AnyOfTheProgramsInPath_IsFound(string name)
    {
        files.Add($"/usr/bin/{name}");

        Assert.Equal($"/usr/bin/{name}", SourceOn(HostSystem.Linux).Find());
    }

    [Fact]
    public void Find_ChromiumAndEdge_TakesChromium()
    {
        files.UnionWith(["/opt/tools/msedge", "/usr/bin/chromium"]);

        Assert.Equal("/usr/bin/chromium", SourceOn(HostSystem.Linux).Find());
    }

    [Fact]
    public void Find_TheOneWithoutWindows_IsTakenFirst()
    {
        files.UnionWith(["/opt/tools/chromium", "/usr/bin/chromium-headless-shell"]);

        Assert.Equal("/usr/bin/chromium-headless-shell", SourceOn(HostSystem.Linux).Find());
    }

    [Fact]
    public void Find_EdgeInItsUsualFolderOfWindows_IsFound()
    {
        files.Add(@"C:\Programs\Microsoft\Edge\Application\msedge.exe");

        Assert.Equal(@"C:\Programs\Microsoft\Edge\Application\msedge.exe", SourceOn(HostSystem.Windows).Find());
    }

    [Fact]
    public void Find_ChromeInItsUsualFolderOfMacOs_IsFound()
    {
        files.Add("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

        Assert.Equal("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", SourceOn(HostSystem.MacOs).Find());
    }

    [Fact]
    public async Task Obtain_NoneOnDebianAsRoot_InstallsTheOneWithoutWindows()
    {
        var source = SourceOn(HostSystem.Linux, hasApt: true, onRun: command => files.Add($"/usr/bin/{command.Split(' ')[^1]}"));

        Assert.Equal("/usr/bin/chromium-headless-shell", await source.ObtainAsync());
        Assert.Equal(["apt-get update", "apt-get install -y chromium-headless-shell"], ran);
    }

    [Fact]
    public async Task Obtain_NoneAndNoSuchPackage_InstallsChromium()
    {
        var source = SourceOn(HostSystem.Linux, hasApt: true, onRun: command =>
            files.Add(command.EndsWith(" chromium", StringComparison.Ordinal) ? "/usr/bin/chromium" : command)
        );

        Assert.Equal("/usr/bin/chromium", await source.ObtainAsync());
    }

    [Fact]
    public async Task Obtain_NoneElsewhere_UsesPlaywrightsInstaller()
    {
        Assert.Null(await SourceOn(HostSystem.MacOs, playwrightWorks: true).ObtainAsync());
        Assert.Equal(["playwright install chromium"], ran);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Obtain_NoneAndNoneCanBeInstalled_SaysInOneSentenceWhatToInstall(bool hasApt)
    {
        var refusal = await Assert.ThrowsAsync<BrowserMissingException>(() => SourceOn(HostSystem.Linux, hasApt).ObtainAsync());

        Assert.Contains("install one of them", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(ran);
    }

    private BrowserSource SourceOn(HostSystem system, bool hasApt = false, bool playwrightWorks = false, Action<string>? onRun = null) =>
        new(
            new Machine
            {
                System = system,
                HasAptAsRoot = hasApt,
                Variable = name =>
                    name switch
                    {
                        "PATH" => system == HostSystem.Windows ? @"C:\Windows" : "/opt/tools:/usr/bin",
                        "ProgramFiles(x86)" => @"C:\Programs",
                        _ => null,
                    },
                FileExists = files.Contains,
                RunAsync = (program, arguments) =>
                {
                    ran.Add($"{program} {string.Join(' ', arguments)}");
                    onRun?.Invoke(ran[^1]);
                    return Task.CompletedTask;
                },
                InstallWithPlaywrightAsync = () =>
                {
                    ran.Add("playwright install chromium");
                    return Task.FromResult(playwrightWorks);
                },
            }
        );
}
