using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using KerjaBhakti.Data;
using KerjaBhakti.Documents.Calendar;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Admin;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Components;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Roster;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Shell;
using KerjaBhakti.Web.Wakatobi;
using Microsoft.AspNetCore.ResponseCompression;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Puts the portal together: services, then the order of the request pipeline.</summary>
public static class PortalHost
{
    // A paste of a whole annex (93 rows × 12 months) is about 200 KB of edits; the framework's own limit of 32 KB would cut the connection.
    // wwwroot/grid/queue.js cuts what is longer than this.
    private const int LargestHubMessage = 1024 * 1024;

    /// <summary>Builds the portal from the command line's settings, the environment and appsettings.json. Nothing is started.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">Changes what is registered, before anything is made of it; null where nothing is to be changed.</param>
    /// <exception cref="PortalStartException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var builder = CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.UseDefaultAddress();
        builder.AddPortalTransport();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // Why a start failed is said in one sentence by the command; the host's own report of it is a page of stack trace.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);

        // ErrorLog says the same, with the code of the error page.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        AddServices(builder);
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        UsePipeline(app);
        return app;
    }

    /// <summary>The settings the portal would be served with, for a command that needs nothing else of it.</summary>
    /// <exception cref="PortalStartException">A setting cannot be used.</exception>
    internal static IConfiguration Settings() => CreateBuilder([]).Configuration;

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings and static files stand beside the program; data and output files where it was called.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.AddSettingFiles();
        return builder;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var institution = PortalInstitution.Serve(builder.Configuration);
        services.AddSingleton(institution).AddSingleton(institution.Gazetteer).AddSingleton(institution.Map);
        services.AddPortalClock(builder.Configuration, builder.Environment);
        PortalDatabase.AddTo(services, builder.Configuration);
        services.AddSingleton<FormNumbers>();
        services.ConfigureDbContext<PortalDbContext>(
            (provider, options) => options.AddInterceptors(provider.GetRequiredService<FormNumbers>())
        );
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<EmbeddedCopies>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ClosedAddress>();
        services.AddSingleton<ScanReader>();
        services.AddAuditing(builder.Configuration);
        services.AddRoster(builder.Configuration);
        services.AddFund(builder.Configuration);
        services.AddSingleton(MailSettings.Read(builder.Configuration));
        services.AddSingleton<MailRelay>();
        services.AddSingleton<WitaClock>();
        services.AddPortalKeys(builder.Configuration);
        services.AddAccounts(builder.Configuration);
        services.AddSingleton<AccountScope>();

        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(circuits =>
            {
                // Long enough for a walk through a lift; what was typed is kept by the browser in any case.
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                circuits.DisconnectedCircuitMaxRetained = 500;
            })
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestHubMessage);
        services.AddShell();
        services.AddPublicPages();
        services.AddSingleton<RequestLimits>();

        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

            // Numbers are numbers, which the description of the API then says too.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemSentences.Complete);

        // Answered alike everywhere: what cannot be read of an address is 400, and nobody's exception.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddExceptionHandler<ErrorLog>();
        services.AddOutputCache(options => options.AddPolicy(PublishedPageCache.Name, PublishedPageCache.Configure));
        services.AddResponseCompression(options =>
        {
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, DutyCalendar.MediaType];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });

        // Most of what is compressed is kept by the cache and handed out thousands of times, so a few milliseconds more are well spent.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddPortalTelemetry(builder.Configuration);
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>(tags: ["ready"]);
    }

    private static void UsePipeline(WebApplication app)
    {
        // Programs that read the API or a calendar get problem details; people get a page.
        if (!app.Environment.IsDevelopment())
        {
            app.UseWhen(PortalSteps.IsForPrograms, api => api.UseExceptionHandler());
            app.UseWhen(
                context => !PortalSteps.IsForPrograms(context),
                pages => pages.UseExceptionHandler("/galat", createScopeForErrors: true)
            );
            app.UseHsts();
        }

        app.UseWhen(PortalSteps.IsForPrograms, programs => programs.UseStatusCodePages(ProblemSentences.AnswerAsync));
        app.UseWhen(
            context => !PortalSteps.IsForPrograms(context),
            pages => pages.UseStatusCodePagesWithReExecute("/tidak-ditemukan", createScopeForStatusCodePages: true)
        );
        app.Use(PortalSteps.AnswerHead);
        app.UseRouting();
        app.Use(PortalSteps.SecurityHeaders);
        app.UseCors();
        app.Use(app.Services.GetRequiredService<RequestLimits>().InvokeAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWebSockets();
        app.Use(app.Services.GetRequiredService<CircuitGate>().InvokeAsync);

        // Inside the cache, so that what is kept is already compressed.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.Use(PortalSteps.FinishWhatEverybodyMayRead);
        app.Use(ExpiredForms.RequireUtf8);
        app.UseAntiforgery();
        app.Use(ExpiredForms.TellAsync);
        app.Use(LateRefusals.TellAsync);

        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        pages.Add(PortalSteps.RequireSignInForCircuits);
        pages.Add(RequestLimits.LimitAnonymousForms);
        app.MapShell();
        app.MapRoster();
        app.MapFund();
        app.MapAccounts();
        app.MapAuditDownload();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().RequireCors(OpenReading.Name);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}
