using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Identity's store, which finds passkeys among the portal's own records (decision 70). It only reads them: what is done to a passkey
/// stands in the trail, and is done by <see cref="Passkeys"/>.
/// </summary>
public sealed class PortalUserStore(PortalDbContext db, IdentityErrorDescriber errors)
    : UserStore<PortalUser, IdentityRole<Guid>, PortalDbContext, Guid>(db, errors)
{
    /// <inheritdoc/>
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var keys = await Context.Passkeys.AsNoTracking().Where(key => key.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. keys.Select(InfoOf)];
    }

    /// <inheritdoc/>
    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(
        PortalUser user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await Context
            .Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(key => key.AccountId == user.Id && key.CredentialId == credentialId, cancellationToken)
            is { } found
            ? InfoOf(found)
            : null;

    /// <inheritdoc/>
    public override Task<PortalUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Context
            .Passkeys.Where(key => key.CredentialId == credentialId)
            .Join(Context.Users, key => key.AccountId, account => account.Id, (_, account) => account)
            .SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task AddOrUpdatePasskeyAsync(PortalUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are changed with an entry of the trail.");

    /// <inheritdoc/>
    public override Task RemovePasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Passkeys are changed with an entry of the trail.");

    // The counter is compared where it is stored, in the transaction that notes the use: what is read here may be old by then.
    private static UserPasskeyInfo InfoOf(Passkey key) =>
        new(
            key.CredentialId,
            key.PublicKey,
            key.CreatedAt,
            signCount: 0,
            transports: null,
            isUserVerified: true,
            key.CanBeCopied,
            isBackedUp: false,
            attestationObject: [],
            clientDataJson: []
        );
}
