using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>Accounts and sign-in as the host takes them in.</summary>
internal static class AccountModule
{
    /// <summary>Adds accounts, passwords, sessions and what every right is decided by.</summary>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SecondFactorSettings.Read(configuration));
        services.AddSingleton<PersonalData>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<PasswordTurns>();
        services.AddSingleton<CircuitGate>();
        services.AddHostedService<SignInUpkeep>();
        services.AddScoped<AccountWork>();
        services.AddScoped<PasswordLinks>();
        services.AddScoped<PasswordGuard>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountService>();
        services.AddScoped<DemoAccounts>();
        AddPasswords(services);
        AddCookie(services);

        services.AddAuthorization(Access.AddPolicies);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalNotes>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddHttpContextAccessor();
    }

    /// <summary>Maps what is downloaded of one's own account.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder app) => PersonalData.Map(app);

    private static void AddPasswords(IServiceCollection services)
    {
        services
            .AddIdentity<PortalUser, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddErrorDescriber<IndonesianIdentityErrors>()
            .AddDefaultTokenProviders();

        // PBKDF2 with HMAC-SHA-512 as OWASP advises; a password hashed with fewer rounds is hashed anew at the next sign-in.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordLink.Lifetime);
    }

    private static void AddCookie(IServiceCollection services)
    {
        NameCookie(services, IdentityConstants.ApplicationScheme, "kerjabhakti");
        NameCookie(services, IdentityConstants.TwoFactorUserIdScheme, "kerjabhakti-kode");
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.ExpireTimeSpan = HalfSignIn.Lasts;
            cookie.SlidingExpiration = false;
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events = new CookieAuthenticationEvents();
        });
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/masuk";
            cookie.LogoutPath = "/keluar";
            cookie.AccessDeniedPath = "/ditolak";
            cookie.ReturnUrlParameter = ReturnPath.Parameter;
            cookie.ExpireTimeSpan = SignInSession.LongestRemembered;
            cookie.SlidingExpiration = false;

            // Portal:Today moves the portal's clock for demonstrations; a sign-in still lasts by the real one.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Events.OnValidatePrincipal = Sessions.ValidateAsync;
        });
    }

    private static void NameCookie(IServiceCollection services, string scheme, string name) =>
        services
            .AddOptions<CookieAuthenticationOptions>(scheme)
            .Configure<PublicAddress>(
                (cookie, address) =>
                {
                    cookie.Cookie.Name = address.CookieName(name);
                    cookie.Cookie.Path = "/";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                }
            );
}
