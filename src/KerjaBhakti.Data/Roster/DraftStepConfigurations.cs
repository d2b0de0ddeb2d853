using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KerjaBhakti.Data.Roster;

internal sealed class DraftStepConfiguration : IEntityTypeConfiguration<DraftStep>
{
    public void Configure(EntityTypeBuilder<DraftStep> builder)
    {
        builder.ToTable("roster_DraftSteps");
        builder.HasKey(step => new { step.ScheduleId, step.Revision });
        builder.Property(step => step.Revision).ValueGeneratedNever();
        builder.Property(step => step.ById).HasMaxLength(64);
        builder.Property(step => step.ByName).HasMaxLength(PortalUser.NameLength);
        builder.Property(step => step.Summary).HasMaxLength(DraftStep.SummaryLength);

        // A step is written once and never changed, so its edits are the same where the list is the same.
        builder
            .Property(step => step.Inverse)
            .HasConversion(
                new ValueConverter<IReadOnlyList<ScheduleEdit>, string>(
                    edits => ScheduleEditJson.Write(edits),
                    json => ScheduleEditJson.Read(json)
                ),
                new ValueComparer<IReadOnlyList<ScheduleEdit>>(
                    (left, right) => ReferenceEquals(left, right),
                    edits => edits.Count,
                    edits => edits
                )
            );
        builder.HasOne<Schedule>().WithMany().HasForeignKey(step => step.ScheduleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NamedStateConfiguration : IEntityTypeConfiguration<NamedState>
{
    public void Configure(EntityTypeBuilder<NamedState> builder)
    {
        builder.ToTable("roster_NamedStates");
        builder.HasKey(state => new { state.ScheduleId, state.Revision });
        builder.Property(state => state.Revision).ValueGeneratedNever();
        builder.Property(state => state.Name).HasMaxLength(NamedState.NameLength);
        builder.Property(state => state.ByName).HasMaxLength(PortalUser.NameLength);
        builder.HasOne<Schedule>().WithMany().HasForeignKey(state => state.ScheduleId).OnDelete(DeleteBehavior.Cascade);
    }
}
