using System.Security.Claims;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.Authorization;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// Who may do what, in one table: each policy and its roles. Pages and endpoints name a policy, services demand the same one again, and the
/// access test walks every route with every role against it.
/// </summary>
public static class Access
{
    /// <summary>
    /// The start page of those who work at a desk, its search and what waits for them; officials begin at their own duties.
    /// </summary>
    public const string Work = "work";

    /// <summary>See drafts, findings, histories.</summary>
    public const string ReadRoster = "roster.read";

    /// <summary>Change drafts.</summary>
    public const string EditRoster = "roster.edit";

    /// <summary>Comment on the cells of drafts, answer and settle comments: who reads them and may change anything at all.</summary>
    public const string CommentRoster = "roster.comment";

    /// <summary>Initial a submitted schedule, or return it, where the order of initials names the user.</summary>
    public const string InitialRoster = "roster.initial";

    /// <summary>Issue, amend by issuing, and revoke.</summary>
    public const string IssueRoster = "roster.issue";

    /// <summary>Keep the scan of a signed paper.</summary>
    public const string UploadScan = "roster.scan";

    /// <summary>Look after one's own duties: see them, report them, ask for a substitute, subscribe to the calendar.</summary>
    public const string OwnDuties = "duties.own";

    /// <summary>Look after everybody's duties: officials, Sundays, substitutions, reports, recap.</summary>
    public const string ManageDuties = "duties.manage";

    /// <summary>Decide about substitutions, and send the recap.</summary>
    public const string DecideDuties = "duties.decide";

    /// <summary>See the photos of reports: whoever reports, each only those of the own duties, and whoever reads the roster.</summary>
    public const string SeePhotos = "duties.photos";

    /// <summary>The claim fund: claims, receipts, distributions, spending, books, reports.</summary>
    public const string ReadFund = "wakatobi.read";

    /// <summary>Claims and the activity report: who reads the fund, and who runs the programme.</summary>
    public const string ReadClaims = "wakatobi.claims.read";

    /// <summary>Enter claims: filed, complete, verified.</summary>
    public const string EnterClaims = "wakatobi.claims.enter";

    /// <summary>Enter receipts, distributions, spending and closings.</summary>
    public const string EnterFund = "wakatobi.enter";

    /// <summary>Decide as the hospital's director: distributions, spending beyond its limit, the use of SiLPA.</summary>
    public const string ApproveFund = "wakatobi.approve";

    /// <summary>See one's own service fees.</summary>
    public const string OwnFees = "wakatobi.own";

    /// <summary>The audit trail.</summary>
    public const string ReadAudit = "audit.read";

    /// <summary>Accounts and roles.</summary>
    public const string ManageAccounts = "accounts.manage";

    /// <summary>
    /// What weighs most: who acts under one of these has given the password a short while ago
    /// (<see cref="SignInSession.Confirmed"/>).
    /// </summary>
    public static IReadOnlySet<string> Confirmed { get; } = new HashSet<string> { IssueRoster, ApproveFund, ManageAccounts };

    /// <summary>The claim that holds an account's display name.</summary>
    public const string DisplayNameClaim = "display_name";

    /// <summary>The claim that holds the key of the sign-in.</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim that names who handed over the link the sign-in began with.</summary>
    public const string LinkFromClaim = "link_from";

    /// <summary>The claim of who must ask for a code beside the password and does not yet; such a user has no role.</summary>
    public const string SecondFactorMissingClaim = "second_factor_missing";

    /// <summary>The roles each policy lets in.</summary>
    public static IReadOnlyDictionary<string, string[]> Roles { get; } =
        new Dictionary<string, string[]>
        {
            [Work] =
            [
                PortalRoles.Sekretariat,
                PortalRoles.Sekda,
                PortalRoles.Inspektorat,
                PortalRoles.KeuanganRsud,
                PortalRoles.DirekturRsud,
                PortalRoles.PengelolaProgram,
                PortalRoles.Admin,
            ],
            [ReadRoster] = [PortalRoles.Sekretariat, PortalRoles.Sekda, PortalRoles.Inspektorat],
            [EditRoster] = [PortalRoles.Sekretariat],
            [CommentRoster] = [PortalRoles.Sekretariat, PortalRoles.Sekda],
            [InitialRoster] = [PortalRoles.Sekretariat, PortalRoles.Sekda],
            [IssueRoster] = [PortalRoles.Sekda],
            [UploadScan] = [PortalRoles.Sekretariat, PortalRoles.Sekda],
            [OwnDuties] = [PortalRoles.Pejabat],
            [ManageDuties] = [PortalRoles.Sekretariat],
            [DecideDuties] = [PortalRoles.Sekda],
            [SeePhotos] = [PortalRoles.Pejabat, PortalRoles.Sekretariat, PortalRoles.Sekda, PortalRoles.Inspektorat],
            [ReadFund] = [PortalRoles.KeuanganRsud, PortalRoles.DirekturRsud, PortalRoles.Inspektorat],
            [ReadClaims] = [PortalRoles.KeuanganRsud, PortalRoles.DirekturRsud, PortalRoles.PengelolaProgram, PortalRoles.Inspektorat],
            [EnterClaims] = [PortalRoles.KeuanganRsud, PortalRoles.PengelolaProgram],
            [EnterFund] = [PortalRoles.KeuanganRsud],
            [ApproveFund] = [PortalRoles.DirekturRsud],
            [OwnFees] = [PortalRoles.PegawaiRsud],
            [ReadAudit] = [PortalRoles.Inspektorat, PortalRoles.Admin],
            [ManageAccounts] = [PortalRoles.Admin],
        };

    /// <summary>Makes the policies known; an endpoint that names none lets nobody in.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var (policy, roles) in Roles)
        {
            options.AddPolicy(policy, builder => builder.RequireRole(roles));
        }

        // An address without an endpoint is nobody's secret: it is answered with "not found", not with the sign-in page. Nor is a verb that
        // an address does not have: what routing puts in place of the endpoint to say so is no route.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }

    /// <summary>Whether the policy lets this user in.</summary>
    public static bool May(this ClaimsPrincipal user, string policy) => Array.Exists(Roles[policy], user.IsInRole);

    /// <summary>Goes on only where the policy lets this user in.</summary>
    /// <exception cref="AccessDeniedException">It does not.</exception>
    public static void Demand(this ClaimsPrincipal user, string policy)
    {
        if (!user.May(policy))
        {
            throw new AccessDeniedException(policy);
        }
    }

    /// <summary>The name colleagues see; empty where nobody is signed in.</summary>
    public static string DisplayName(this ClaimsPrincipal user) =>
        user.FindFirstValue(DisplayNameClaim) ?? user.Identity?.Name ?? string.Empty;

    /// <summary>The key of the sign-in behind this user; null where nobody is signed in.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>The signed-in user as the audit trail names them. Nothing can be changed by it: see the other.</summary>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            ? new Actor(id, user.DisplayName())
            {
                Means = user.FindFirstValue(LinkFromClaim) is { } from ? $"masuk dengan tautan dari {from}" : string.Empty,
            }
            : throw new AccessDeniedException("nobody is signed in");

    /// <summary>
    /// The signed-in user as somebody who acts under a policy. That it still lets them is asked again when it is saved, of the database:
    /// see ActorGuard.
    /// </summary>
    /// <exception cref="AccessDeniedException">The policy does not let them in, or nobody is signed in.</exception>
    public static Actor ToActor(this ClaimsPrincipal user, string policy)
    {
        user.Demand(policy);
        return user.ToActor() with
        {
            Right = new ActingRight(user.SessionId() ?? throw new AccessDeniedException("no sign-in"), Roles[policy])
            {
                IsConfirmed = Confirmed.Contains(policy),
            },
        };
    }
}

/// <summary>A service was asked for what the caller's role may not do.</summary>
public sealed class AccessDeniedException(string policy) : Exception($"Access denied: {policy}.");

/// <summary>The password has to be given again before this is done; nothing was saved.</summary>
public sealed class ConfirmationNeededException() : Exception("The password has to be given again.")
{
    /// <summary>Where it is given.</summary>
    public const string Page = "/akun/konfirmasi";
}
