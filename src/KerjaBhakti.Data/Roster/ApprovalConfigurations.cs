using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("roster_Submissions");
        builder.Property(submission => submission.Id).ValueGeneratedNever();
        builder.Property(submission => submission.Note).HasMaxLength(Submission.NoteLength);
        builder.Property(submission => submission.ReturnedBy).HasMaxLength(PortalUser.NameLength);
        builder.Property(submission => submission.ReturnReason).HasMaxLength(Submission.NoteLength);
        builder.Ignore(submission => submission.Next);
        builder.ComplexProperty(
            submission => submission.By,
            person =>
            {
                person.Property(by => by.Id).HasMaxLength(64);
                person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
            }
        );
        builder
            .HasMany(submission => submission.Initials)
            .WithOne()
            .HasForeignKey(initial => initial.SubmissionId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InitialConfiguration : IEntityTypeConfiguration<Initial>
{
    public void Configure(EntityTypeBuilder<Initial> builder)
    {
        builder.ToTable("roster_Initials");
        builder.HasKey(initial => new { initial.SubmissionId, initial.Order });
        builder.Property(initial => initial.By).HasMaxLength(PortalUser.NameLength);
        builder.ComplexProperty(
            initial => initial.Office,
            office =>
            {
                office.Property(item => item.Office).HasMaxLength(200);
                office.Property(item => item.Role).HasMaxLength(64);
                office.Property(item => item.Account).HasMaxLength(256);
            }
        );
    }
}

internal sealed class FindingReasonConfiguration : IEntityTypeConfiguration<FindingReason>
{
    public void Configure(EntityTypeBuilder<FindingReason> builder)
    {
        builder.ToTable("roster_FindingReasons");
        builder.HasKey(reason => new { reason.ScheduleId, reason.Finding });
        builder.Property(reason => reason.Finding).HasMaxLength(128);
        builder.Property(reason => reason.Text).HasMaxLength(FindingReason.TextLength);
        builder.Property(reason => reason.By).HasMaxLength(PortalUser.NameLength);
        builder.Property(reason => reason.From).HasMaxLength(64);
    }
}

internal sealed class PrintedPageConfiguration : IEntityTypeConfiguration<PrintedPage>
{
    public void Configure(EntityTypeBuilder<PrintedPage> builder)
    {
        builder.ToTable("roster_PrintedPages", table => table.HasTrigger("roster_PrintedPages_issued"));
        builder.HasKey(page => page.Code);
        builder.Property(page => page.Code).HasMaxLength(PageCode.Length).IsFixedLength();
        builder.HasIndex(page => new { page.ScheduleId, page.Number }).IsUnique();
    }
}

internal sealed class SignedScanConfiguration : IEntityTypeConfiguration<SignedScan>
{
    public void Configure(EntityTypeBuilder<SignedScan> builder)
    {
        builder.ToTable("roster_SignedScans", table => table.HasTrigger("roster_SignedScans_issued"));
        builder.Property(scan => scan.Id).ValueGeneratedNever();
        builder.Property(scan => scan.FileName).HasMaxLength(SignedScan.FileNameLength);
        builder.Property(scan => scan.By).HasMaxLength(PortalUser.NameLength);
        builder.HasOne<Schedule>().WithMany().HasForeignKey(scan => scan.ScheduleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(scan => scan.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
