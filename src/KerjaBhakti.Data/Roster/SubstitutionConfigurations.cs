using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class SubstitutionConfiguration : IEntityTypeConfiguration<Substitution>
{
    public void Configure(EntityTypeBuilder<Substitution> builder)
    {
        builder.ToTable("roster_Substitutions");
        builder.Property(substitution => substitution.Id).ValueGeneratedNever();
        builder.Property(substitution => substitution.Reason).HasMaxLength(Substitution.ReasonLength);
        builder.Property(substitution => substitution.ApprovedBy).HasMaxLength(PortalUser.NameLength);
        builder.Property(substitution => substitution.EndedBy).HasMaxLength(PortalUser.NameLength);
        builder.Property(substitution => substitution.EndReason).HasMaxLength(Substitution.ReasonLength);
        builder.Property(substitution => substitution.Revision).IsConcurrencyToken();
        builder.ComplexProperty(
            substitution => substitution.ProposedBy,
            person =>
            {
                person.Property(by => by.Id).HasMaxLength(64);
                person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
            }
        );
        builder.HasOne<Schedule>().WithMany().HasForeignKey(substitution => substitution.ScheduleId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(substitution => substitution.Turns)
            .WithOne()
            .HasForeignKey(turn => turn.SubstitutionId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(substitution => substitution.Consents)
            .WithOne()
            .HasForeignKey(consent => consent.SubstitutionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TurnConfiguration : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("roster_Turns");
        builder.HasKey(turn => new
        {
            turn.SubstitutionId,
            turn.Row,
            turn.Sunday,
        });
        builder.Property(turn => turn.Substitute).HasMaxLength(ScheduleRow.LabelLength);
        builder.HasOne<Position>().WithMany().HasForeignKey(turn => turn.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(turn => turn.Sunday);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("roster_Consents");
        builder.HasKey(consent => new { consent.SubstitutionId, consent.PositionId });
        builder.Property(consent => consent.By).HasMaxLength(PortalUser.NameLength);
        builder.HasOne<Position>().WithMany().HasForeignKey(consent => consent.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(consent => consent.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}
