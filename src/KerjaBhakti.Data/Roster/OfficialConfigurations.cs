using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class OfficialConfiguration : IEntityTypeConfiguration<Official>
{
    public void Configure(EntityTypeBuilder<Official> builder)
    {
        builder.ToTable("roster_Officials");
        builder.Property(official => official.Id).ValueGeneratedNever();
        builder.Property(official => official.Name).HasMaxLength(Official.NameLength);
        builder.Property(official => official.Nip).HasMaxLength(Nip.MaxLength);
        builder.Property(official => official.Revision).IsConcurrencyToken();
        builder.HasIndex(official => official.Nip);
    }
}

internal sealed class IncumbencyConfiguration : IEntityTypeConfiguration<Incumbency>
{
    public void Configure(EntityTypeBuilder<Incumbency> builder)
    {
        builder.ToTable("roster_Incumbencies");
        builder.Property(incumbency => incumbency.Id).ValueGeneratedNever();
        builder.Property(incumbency => incumbency.Revision).IsConcurrencyToken();
        builder.HasOne<Position>().WithMany().HasForeignKey(incumbency => incumbency.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Official>().WithMany().HasForeignKey(incumbency => incumbency.OfficialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(incumbency => new { incumbency.PositionId, incumbency.From });
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("roster_Absences");
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.HasOne<Position>().WithMany().HasForeignKey(absence => absence.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(absence => new { absence.PositionId, absence.From });
    }
}

internal sealed class OfficialAccountConfiguration : IEntityTypeConfiguration<OfficialAccount>
{
    public void Configure(EntityTypeBuilder<OfficialAccount> builder)
    {
        builder.ToTable("roster_OfficialAccounts");
        builder.HasKey(account => account.AccountId);
        builder.Property(account => account.AccountId).HasMaxLength(64);
        builder.HasOne<Official>().WithMany().HasForeignKey(account => account.OfficialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WorkUnit>().WithMany().HasForeignKey(account => account.WorkUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
