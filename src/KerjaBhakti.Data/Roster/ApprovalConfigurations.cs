using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Approvals;
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
        builder.ComplexProperty(submission => submission.By, person =>
        {
            person.Property(by => by.Id).HasMaxLength(64);
            person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
        });
        builder.HasMany(submission => submission.Initials).WithOne().HasForeignKey(initial => initial.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InitialConfiguration : IEntityTypeConfiguration<Initial>
{
    public void Configure(EntityTypeBuilder<Initial> builder)
    {
        builder.ToTable("roster_Initials");
        builder.HasKey(initial => new { initial.SubmissionId, initial.Order });
        builder.Property(initial => initial.By).HasMaxLength(PortalUser.NameLength);
        builder.ComplexProperty(initial => initial.Office, office =>
        {
            office.Property(item => item.Office).HasMaxLength(200);
            office.Property(item => item.Role).HasMaxLength(64);
            office.Property(item => item.Account).HasMaxLength(256);
        });
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
    }
}
