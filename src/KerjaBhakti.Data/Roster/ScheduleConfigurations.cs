using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> builder)
    {
        builder.ToTable("roster_Schedules");
        builder.Property(schedule => schedule.Id).ValueGeneratedNever();
        builder.Property(schedule => schedule.Title).HasMaxLength(Schedule.TitleLength);
        builder.Property(schedule => schedule.Revision).IsConcurrencyToken();
        builder.Ignore(schedule => schedule.Period);
        builder.HasIndex(schedule => new { schedule.Year, schedule.Status });
        builder.HasOne(schedule => schedule.Instruction).WithMany().HasForeignKey(schedule => schedule.InstructionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Schedule>().WithMany().HasForeignKey(schedule => schedule.CopiedFromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(schedule => schedule.Rows).WithOne().HasForeignKey(row => row.ScheduleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScheduleRowConfiguration : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("roster_ScheduleRows");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Label).HasMaxLength(ScheduleRow.LabelLength);
        builder.Property(row => row.RegionAsPrinted).HasMaxLength(Assignment.TextLength);
        builder.Ignore(row => row.Region);
        builder.HasOne<City>().WithMany().HasForeignKey(row => row.RegionCity).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Position).WithMany().HasForeignKey(row => row.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Assignments).WithOne().HasForeignKey(assignment => assignment.RowId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("roster_Assignments");
        builder.HasKey(assignment => new { assignment.RowId, assignment.Month });
        builder.Property(assignment => assignment.AsPrinted).HasMaxLength(Assignment.TextLength);
        builder.HasOne<Kecamatan>().WithMany().HasForeignKey(assignment => assignment.Kecamatan).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assignment => new { assignment.Kecamatan, assignment.Month });
    }
}
