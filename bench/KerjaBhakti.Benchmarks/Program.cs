using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using KerjaBhakti.Benchmarks.Documents;
using KerjaBhakti.Benchmarks.Duties;
using KerjaBhakti.Benchmarks.Editing;
using KerjaBhakti.Benchmarks.Fees;
using KerjaBhakti.Benchmarks.Fund;
using KerjaBhakti.Benchmarks.Idle;
using KerjaBhakti.Benchmarks.Load;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Benchmarks.Rotation;
using KerjaBhakti.Benchmarks.Startup;

// Each subject is one run of its own, so that nothing it warms up helps the next. docs/benchmarks.md says what each measures.
var rest = args.Skip(1).ToArray();
var shortRun = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithIterationCount(10));
switch (args.FirstOrDefault())
{
    case "documents":
        BenchmarkRunner.Run<AnnexBenchmarks>(shortRun);
        break;
    case "tables":
        TableTimes.Run();
        break;
    case "store":
        BenchmarkRunner.Run<StoreBenchmarks>(shortRun);
        break;
    case "fees":
        BenchmarkRunner.Run<FeeBenchmarks>(shortRun);
        break;
    case "fund":
        await FundReports.RunAsync(rest);
        break;
    case "duties":
        await DutyPages.RunAsync(rest);
        break;
    case "search":
        SearchTimes.Run();
        break;
    case "rotation":
        RotationTimes.Run();
        break;
    case "solver":
        SolverComparison.Run();
        break;
    case "office":
        await OfficeComparison.RunAsync();
        break;
    case "load":
        await LoadComparison.RunAsync(rest);
        break;
    case "edits":
        await EditLatency.RunAsync(rest);
        break;
    case "idle":
        await IdleBrowsers.RunAsync(rest);
        break;
    case "startup":
        await StartupTime.RunAsync(rest);
        break;
    case MeasuredPortal.Command:
        await MeasuredPortal.RunAsync(rest);
        break;
    default:
        await Console.Error.WriteLineAsync(
            "One of: documents, tables, fees, fund [expenditures], duties [photos], search, rotation, solver, office, store, load [seconds], edits [edits], idle [circuits [page]], startup [published folder]"
        );
        return 2;
}

return 0;
