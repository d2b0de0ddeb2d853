using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Identity;

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Address).HasMaxLength(SignInOrigin.AddressLength);
        builder.Property(session => session.Browser).HasMaxLength(SignInOrigin.BrowserLength);
        builder.Property(session => session.LinkFrom).HasMaxLength(SignInOrigin.LinkFromLength);

        builder.HasIndex(session => session.AccountId);

        // A code opens one sign-in: also where two send it at once.
        builder.HasIndex(session => new { session.AccountId, session.CodeStep }).IsUnique();

        // So does the answer to a challenge.
        builder.Property(session => session.Challenge).HasMaxLength(SignInSession.ChallengeLength).IsFixedLength();
        builder.HasIndex(session => session.Challenge).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInRecordConfiguration : IEntityTypeConfiguration<SignInRecord>
{
    public void Configure(EntityTypeBuilder<SignInRecord> builder)
    {
        builder.ToTable("SignInLog");
        builder.Property(record => record.NameKey).HasMaxLength(SignInRecord.NameKeyLength).IsFixedLength();
        builder.Property(record => record.Address).HasMaxLength(SignInOrigin.AddressLength);
        builder.Property(record => record.Browser).HasMaxLength(SignInOrigin.BrowserLength);
        builder.Property(record => record.LinkFrom).HasMaxLength(SignInOrigin.LinkFromLength);
        builder.HasIndex(record => new { record.NameKey, record.Id });
        builder.HasIndex(record => record.AccountId);
        builder.HasIndex(record => record.At);
    }
}

internal sealed class PasswordLinkConfiguration : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("PasswordLinks");
        builder.HasKey(link => link.AccountId);
        builder.Property(link => link.AccountId).ValueGeneratedNever();
        builder.Property(link => link.AskedById).HasMaxLength(64);
        builder.Property(link => link.AskedByName).HasMaxLength(PortalUser.NameLength);
        builder.Property(link => link.AgreedByName).HasMaxLength(PortalUser.NameLength);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<PasswordLink>(link => link.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("SecondFactors");
        builder.HasKey(factor => factor.AccountId);
        builder.Property(factor => factor.AccountId).ValueGeneratedNever();
        builder.Property(factor => factor.Secret).HasMaxLength(SecondFactor.SecretLength);
        builder.Property(factor => factor.Recovery).HasMaxLength(SecondFactor.RecoveryCodes * (SecondFactor.DigestLength + 1));
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<SecondFactor>(factor => factor.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(Passkey.NameLength);
        builder.Property(key => key.CredentialId).HasMaxLength(Passkey.CredentialIdLength);
        builder.Property(key => key.PublicKey).HasMaxLength(Passkey.PublicKeyLength);
        builder.HasIndex(key => key.CredentialId).IsUnique();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(key => key.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
