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
        services.AddScoped<Passkeys>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountService>();
        services.AddScoped<DemoAccounts>();
        AddPasswords(services);
        AddPasskeys(services);
        AddCookie(services);

        services.AddAuthorization(Access.AddPolicies);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalNotes>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddHttpContextAccessor();
    }

    /// <summary>Maps what is downloaded of one's own account, and where passkeys are asked for.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        PersonalData.Map(app);
        Passkeys.Map(app);
    }

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
            .AddUserStore<PortalUserStore>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddErrorDescriber<IndonesianIdentityErrors>()
            .AddDefaultTokenProviders();

        // PBKDF2 with HMAC-SHA-512 as OWASP advises; a password hashed with fewer rounds is hashed anew at the next sign-in.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordLink.Lifetime);
    }

    // A key that a device finds by itself and gives away only to whoever unlocks it: both make it worth password and code together.
    private static void AddPasskeys(IServiceCollection services) =>
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<PublicAddress>(
                (keys, address) =>
                {
                    keys.ResidentKeyRequirement = "required";
                    keys.UserVerificationRequirement = "required";
                    keys.AttestationConveyancePreference = "none";
                    keys.AuthenticatorTimeout = PasskeyChallenges.Lasts;

                    // By the address everybody uses, where it is said; else by that of the request, as in Development.
                    keys.ServerDomain = address.Host;
                    keys.ValidateOrigin = asked =>
                        ValueTask.FromResult(
                            !asked.CrossOrigin
                                && asked.Origin
                                    == (
                                        address.IsSaid
                                            ? address.Origin
                                            : $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}"
                                    )
                        );
                }
            );

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
