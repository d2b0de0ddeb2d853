using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace KerjaBhakti.Web.Tests.Roster.Api;

/// <summary>What another office does with the description of the API: generates a client, compiles it, reads the annex.</summary>
public sealed class GeneratedClientTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AClientGeneratedFromTheDescription_CompilesAndReadsTheAnnex()
    {
        using var http = fixture.Portal.CreateClient();
        var document = await OpenApiDocument.FromJsonAsync(await http.GetStringAsync("/openapi/v1.json", Cancellation), Cancellation);
        var source = new CSharpClientGenerator(
            document,
            new CSharpClientGeneratorSettings
            {
                ClassName = "Annexes",
                UseBaseUrl = false,
                CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = CSharpJsonLibrary.SystemTextJson },
            }
        ).GenerateFile();
        var client = Activator.CreateInstance(Compile(source).GetType("Generated.Annexes")!, http)!;

        dynamic schedule = await CallAsync(client, "GetScheduleAsync", 2015);
        Assert.Equal(93, Enumerable.Count(schedule.Rows));
        Assert.Equal("Asisten Pemerintahan", Enumerable.First(schedule.Rows).Label);
        Assert.Equal("Jatinegara", Enumerable.First(schedule.Rows).Assignments["2015-05"].Name);

        dynamic duties = await CallAsync(client, "ListDutiesAsync", new DateTimeOffset(2015, 6, 7, 0, 0, 0, TimeSpan.Zero), null, 48, null);
        Assert.Equal("Kebon Jeruk", Enumerable.Single(duties.Duties).Name);

        dynamic paper = await CallAsync(client, "GetAnnexAsCsvAsync", 2015);
        using var lines = new StreamReader((Stream)paper.Stream);
        Assert.StartsWith("No,Jabatan/SKPD/UKPD,Mei", await lines.ReadLineAsync(Cancellation), StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(client, "GetScheduleAsync", 2016));
        dynamic problem = refusal.GetType().GetProperty("Result")!.GetValue(refusal)!;
        Assert.Equal("Tidak ada jadwal yang berlaku untuk tahun 2016.", problem.Detail);
    }

    private static async Task<dynamic> CallAsync(object client, string name, params object?[] values)
    {
        var method = client.GetType().GetMethods().Single(method => method.Name == name && method.GetParameters().Length == values.Length);
        var task = (Task)method.Invoke(client, values)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static Assembly Compile(string source)
    {
        var libraries = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: Cancellation)],
            libraries.Select(library => MetadataReference.CreateFromFile(library)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes, cancellationToken: Cancellation);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5));
        bytes.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(bytes);
    }
}
