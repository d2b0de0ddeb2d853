using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Account;

/// <summary>Puts the display name into the sign-in cookie, so that no page asks the database for it.</summary>
internal sealed class PortalClaims(
    UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Access.DisplayNameClaim, user.DisplayName));
        return identity;
    }
}
