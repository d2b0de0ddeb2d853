using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Api;
using KerjaBhakti.Web.Components;
using KerjaBhakti.Web.Mailing;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Public;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Calendars;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Editor;
using KerjaBhakti.Web.Roster.Importing;
using KerjaBhakti.Web.Roster.Officials;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Recaps;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Roster.Reports;
using KerjaBhakti.Web.OwnDuties;
using KerjaBhakti.Web.OwnFees;
using KerjaBhakti.Web.Scans;
using KerjaBhakti.Web.Wakatobi;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Demo;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Reports;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.CarryOver;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticAssets;

namespace KerjaBhakti.Web.Hosting;

/// <summary>Puts the portal together: services, then the order of the request pipeline.</summary>
public static class PortalHost
{
    // A paste of a whole annex (93 rows × 12 months) is about 200 KB of edits; the framework's own limit of 32 KB would cut the connection. wwwroot/grid/queue.js
    // cuts what is longer than this.
    private const int LargestHubMessage = 1024 * 1024;

    /// <summary>Builds the portal from the command line's settings, the environment and appsettings.json. Nothing is started.</summary>
    /// <exception cref="PortalStartException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] args)
    {
        // Settings and static files stand beside the program; data and output files where it was called.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.UseDefaultAddress();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // Why a start failed is said in one sentence by the command; the host's own report of it is a page of stack trace.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        AddServices(builder);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPortalClock(builder.Configuration, builder.Environment);
        PortalDatabase.AddTo(services, builder.Configuration);
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<EmbeddedCopies>();
        services.AddSingleton(_ => SeedFiles.ReadGazetteer());
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<AnnexPaper>();
        services.AddSingleton<PublishedSchedules>();
        services.AddSingleton<DraftRooms>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<DraftStates>();
        services.AddSingleton<DraftPresence>();
        services.AddSingleton<ScheduleHistory>();
        services.AddSingleton<PostCategories>();
        services.AddSingleton<InitialOrder>();
        services.AddSingleton<ScheduleApproval>();
        services.AddSingleton<ScanReader>();
        services.AddSingleton<SignedPapers>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<ImportService>();
        services.AddSingleton<RosterWork>();
        services.AddSingleton<DutyBook>();
        services.AddSingleton<DutyTimeline>();
        services.AddSingleton(ReportSettings.Read(builder.Configuration));
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReportLines>();
        services.AddSingleton<ReportReview>();
        services.AddSingleton<ReminderText>();
        services.AddSingleton<RecapDesk>();
        services.AddSingleton(MailSettings.Read(builder.Configuration));
        services.AddSingleton<MailRelay>();
        services.AddSingleton(ReminderHours.Read(builder.Configuration));
        services.AddSingleton<DueReminders>();
        services.AddSingleton<ReminderPost>();
        services.AddSingleton<ReminderRound>();
        services.AddSingleton<ReminderDesk>();
        services.AddHostedService<ReminderJob>();
        services.AddSingleton<OwnDutyDesk>();
        services.AddSingleton<PublishedDuties>();
        services.AddSingleton<Substitutions>();
        services.AddSingleton<Absences>();
        services.AddSingleton<SundayBoard>();
        services.AddSingleton<PositionCalendar>();
        services.AddSingleton<CalendarLinks>();
        services.AddSingleton<OfficialRegister>();
        services.AddSingleton<OfficialAccounts>();
        services.AddSingleton<OfficialImports>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<WitaClock>();
        services.AddSingleton<FundWork>();
        services.AddSingleton<FundOverview>();
        services.AddSingleton<ClaimBook>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<AllocationLaw>();
        services.AddSingleton<FeeDistributions>();
        services.AddSingleton<FeeDetails>();
        services.AddSingleton<StaffAccounts>();
        services.AddSingleton<OwnFeeSlips>();
        services.AddSingleton(SpendingSettings.Read(builder.Configuration));
        services.AddSingleton<FundApprovals>();
        services.AddSingleton<SpendingDesk>();
        services.AddSingleton<SpendingPlanning>();
        services.AddSingleton<FundBooks>();
        services.AddSingleton<FundClosing>();
        services.AddSingleton<DemoYear>();
        services.AddSingleton<DemoFund>();
        services.AddSingleton<SilpaDesk>();
        services.AddSingleton<FundOpening>();
        services.AddSingleton<FundReports>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<SignIns>();
        services.AddScoped<AccountService>();
        services.AddScoped<DemoAccounts>();
        AddSignIn(services, builder.Configuration);

        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // Long enough for a walk through a lift; what was typed is kept by the browser in any case.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.DisconnectedCircuitMaxRetained = 500;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestHubMessage);
        services.AddScoped<CircuitReturn>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<CircuitReturn>());
        services.AddPublicPages();
        services.AddCalendarLimit();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddHttpContextAccessor();

        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
        services.AddProblemDetails();
        services.AddOpenApi("v1", AnnexApi.Describe);
        services.AddOutputCache(options => options.AddPolicy(PublishedPageCache.Name, PublishedPageCache.Configure));
        services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });

        // Most of what is compressed is kept by the cache and handed out thousands of times, so a few milliseconds more are well spent.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>(tags: ["ready"]);
    }

    private static void AddSignIn(IServiceCollection services, ConfigurationManager configuration)
    {
        // Keys outlive the process, so that a restart signs nobody out and a one-time link from the command line opens in the running portal.
        services.AddDataProtection()
            .SetApplicationName("KerjaBhakti")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.GetFullPath(configuration["Portal:KeyFolder"] ?? Path.Combine("data", "keys"))));

        services.AddIdentity<PortalUser, IdentityRole<Guid>>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.AllowedForNewUsers = true;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddErrorDescriber<IndonesianIdentityErrors>()
            .AddDefaultTokenProviders();

        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "kerjabhakti";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/masuk";
            cookie.LogoutPath = "/keluar";
            cookie.AccessDeniedPath = "/ditolak";
            cookie.ReturnUrlParameter = "kembali";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;

            // Portal:Today moves the portal's clock for demonstrations; a sign-in still lasts by the real one.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events.OnSigningIn = SignIns.Begin;
        });

        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            // A role taken away or a password changed ends open sessions within this time.
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = SignIns.Continue;
        });
        services.AddAuthorization(Access.AddPolicies);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalNotes>();
    }

    private static void UsePipeline(WebApplication app)
    {
        // Programs that read the API or a calendar get problem details; people get a page.
        if (!app.Environment.IsDevelopment())
        {
            app.UseWhen(IsForPrograms, api => api.UseExceptionHandler());
            app.UseWhen(context => !IsForPrograms(context), pages => pages.UseExceptionHandler("/galat", createScopeForErrors: true));
            app.UseHsts();
        }

        app.UseWhen(
            context => !IsForPrograms(context),
            pages => pages.UseStatusCodePagesWithReExecute("/tidak-ditemukan", createScopeForStatusCodePages: true));
        app.Use(AnswerHead);
        app.Use(SecurityHeaders);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();

        // Inside the cache, so that what is kept is already compressed.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.Use(CompressWhatEverybodyMayRead);
        app.UseAntiforgery();
        app.Use(ExpiredForms.TellAsync);

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
            .Add(RequireSignInForCircuits);
        app.MapAnnexApi();
        app.MapInstructionApi();
        app.MapDraftDownloads();
        app.MapApprovalDownloads();
        app.MapScans();
        app.MapReportPhotos();
        app.MapRecapDownloads();
        app.MapCalendars();
        app.MapOfficialTemplate();
        PersonalData.Map(app);
        app.MapSpendingScans();
        app.MapClaimTemplate();
        app.MapAuditDownload();
        app.MapFeeDownloads();
        app.MapReportDownloads();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }

    /// <summary>Pages say themselves who may see them; the endpoints behind a circuit are for whoever is signed in.</summary>
    private static void RequireSignInForCircuits(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    }

    /// <summary>
    /// Component endpoints know GET and POST only. Who asks for the head alone, as monitors do, gets that of the same page: the server leaves the body out.
    /// </summary>
    private static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>
    /// Behind TLS, what is the same for everybody is compressed. A page with a token in it must not be: its length would tell what the token is (BREACH).
    /// </summary>
    private static Task CompressWhatEverybodyMayRead(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity is not { IsAuthenticated: true }
            && context.GetEndpoint()?.Metadata.Any(item => item is OutputCacheAttribute or IOutputCachePolicy or StaticAssetDescriptor) == true
            && context.Features.Get<IHttpsCompressionFeature>() is { } compression)
        {
            compression.Mode = HttpsCompressionMode.Compress;
        }

        return next(context);
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/kalender", StringComparison.OrdinalIgnoreCase);

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        return next(context);
    }
}
