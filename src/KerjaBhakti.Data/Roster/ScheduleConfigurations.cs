using System.Text.Json;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KerjaBhakti.Data.Roster;

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> builder)
    {
        builder.ToTable("roster_Schedules", table => table.HasTrigger("roster_Schedules_issued"));
        builder.Property(schedule => schedule.Id).ValueGeneratedNever();
        builder.Property(schedule => schedule.Title).HasMaxLength(Schedule.TitleLength);
        builder.Property(schedule => schedule.Revision).IsConcurrencyToken();
        builder.Ignore(schedule => schedule.Period);
        builder.Property(schedule => schedule.Text).HasConversion<InstructionTextConverter>();
        builder.Property(schedule => schedule.Seal).HasMaxLength(64).IsFixedLength();
        builder.Property(schedule => schedule.EndedBy).HasMaxLength(64);
        builder.Property(schedule => schedule.EndReason).HasMaxLength(Submission.NoteLength);
        builder.Property(schedule => schedule.Note).HasMaxLength(Submission.NoteLength);
        builder.Ignore(schedule => schedule.Submission);
        builder.Ignore(schedule => schedule.Name);
        builder.Ignore(schedule => schedule.HasItsPages);

        builder.Property(schedule => schedule.DiscardedBy).HasMaxLength(PortalUser.NameLength);

        // What lies in the bin is found by nobody but the bin itself.
        builder.HasQueryFilter(schedule => schedule.DiscardedAt == null);

        // On any date one annex per year is in force.
        builder.HasIndex(schedule => schedule.Year).IsUnique().HasFilter("Status = 'Issued'");
        builder.HasOne<Schedule>().WithMany().HasForeignKey(schedule => schedule.AmendsId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(schedule => schedule.Submissions)
            .WithOne()
            .HasForeignKey(submission => submission.ScheduleId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(schedule => schedule.Reasons).WithOne().HasForeignKey(reason => reason.ScheduleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(schedule => schedule.Pages).WithOne().HasForeignKey(page => page.ScheduleId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(schedule => schedule.Instruction)
            .WithMany()
            .HasForeignKey(schedule => schedule.InstructionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Schedule>().WithMany().HasForeignKey(schedule => schedule.CopiedFromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(schedule => schedule.Rows).WithOne().HasForeignKey(row => row.ScheduleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScheduleRowConfiguration : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("roster_ScheduleRows", table => table.HasTrigger("roster_ScheduleRows_issued"));
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
        builder.ToTable("roster_Assignments", table => table.HasTrigger("roster_Assignments_issued"));
        builder.HasKey(assignment => new { assignment.RowId, assignment.Month });
        builder.Property(assignment => assignment.AsPrinted).HasMaxLength(Assignment.TextLength);
        builder.HasOne<Kecamatan>().WithMany().HasForeignKey(assignment => assignment.Kecamatan).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assignment => new { assignment.Kecamatan, assignment.Month });
    }
}

/// <summary>Keeps the words of an Instruction as one JSON text: they are read and written as a whole.</summary>
internal sealed class InstructionTextConverter()
    : ValueConverter<InstructionText, string>(
        text => JsonSerializer.Serialize(text, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<InstructionText>(json, JsonSerializerOptions.Default)!
    );
