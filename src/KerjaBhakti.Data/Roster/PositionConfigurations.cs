using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class WorkUnitConfiguration : IEntityTypeConfiguration<WorkUnit>
{
    public void Configure(EntityTypeBuilder<WorkUnit> builder)
    {
        builder.ToTable("roster_WorkUnits");
        builder.Property(unit => unit.Name).HasMaxLength(WorkUnit.NameLength);
        builder.HasIndex(unit => unit.Name).IsUnique();
    }
}

internal sealed class PositionConfiguration : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("roster_Positions");
        builder.Property(position => position.Name).HasMaxLength(ScheduleRow.LabelLength);
        builder.HasOne(position => position.WorkUnit).WithMany().IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostAliasConfiguration : IEntityTypeConfiguration<PostAlias>
{
    public void Configure(EntityTypeBuilder<PostAlias> builder)
    {
        builder.ToTable("roster_PostAliases");
        builder.Property(alias => alias.Id).ValueGeneratedNever();
        builder.Property(alias => alias.Text).HasMaxLength(PostAlias.TextLength);
        builder.Property(alias => alias.Key).HasMaxLength(PostAlias.TextLength);
        builder.Property(alias => alias.PostName).HasMaxLength(ScheduleRow.LabelLength);
        builder.Property(alias => alias.Revision).IsConcurrencyToken();
        builder.HasIndex(alias => alias.Key).IsUnique();
    }
}
