using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class ActivityReportConfiguration : IEntityTypeConfiguration<ActivityReport>
{
    public void Configure(EntityTypeBuilder<ActivityReport> builder)
    {
        builder.ToTable("roster_ActivityReports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.ReviewedBy).HasMaxLength(PortalUser.NameLength);
        builder.Property(report => report.ReturnReason).HasMaxLength(ActivityReport.ReasonLength);
        builder.Property(report => report.Revision).IsConcurrencyToken();
        builder.ComplexProperty(
            report => report.By,
            person =>
            {
                person.Property(by => by.Id).HasMaxLength(64);
                person.Property(by => by.Name).HasMaxLength(PortalUser.NameLength);
            }
        );
        builder.ComplexProperty(
            report => report.Content,
            content =>
            {
                content.Property(item => item.AbsenceReason).HasMaxLength(ReportContent.TextLength);
                content.Property(item => item.AttendedBy).HasMaxLength(ReportContent.AttendedByLength);
                content.Property(item => item.Activities).HasMaxLength(ReportContent.TextLength);
                content.Property(item => item.Problems).HasMaxLength(ReportContent.TextLength);
            }
        );

        // Two people who begin the report of one Sunday at once write one report, not two.
        builder
            .HasIndex(report => new
            {
                report.ScheduleId,
                report.Row,
                report.Sunday,
            })
            .IsUnique();
        builder.HasIndex(report => report.Sunday);
        builder.HasOne<Schedule>().WithMany().HasForeignKey(report => report.ScheduleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(report => report.Photos).WithOne().HasForeignKey(photo => photo.ReportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReportPhotoConfiguration : IEntityTypeConfiguration<ReportPhoto>
{
    public void Configure(EntityTypeBuilder<ReportPhoto> builder)
    {
        builder.ToTable("roster_ReportPhotos");
        builder.HasKey(photo => new { photo.ReportId, photo.FileId });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(photo => photo.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
