using KerjaBhakti.Data.Files;
using KerjaBhakti.Wakatobi.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Wakatobi;

internal sealed class SentReportConfiguration : IEntityTypeConfiguration<SentReport>
{
    public void Configure(EntityTypeBuilder<SentReport> builder)
    {
        builder.ToTable("wakatobi_SentReports", table => table.HasTrigger(FundTriggers.NameFor("wakatobi_SentReports")));
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Kind).HasMaxLength(SentReport.KindLength);
        builder.Property(report => report.Number).HasMaxLength(SentReport.NumberLength);
        builder.Property(report => report.Recipient).HasMaxLength(SentReport.RecipientLength);
        builder.Property(report => report.Sha256).HasMaxLength(SentReport.HashLength).IsFixedLength();
        builder.Property(report => report.Revision).IsConcurrencyToken();
        builder.Ignore(report => report.Period);
        builder.ComplexProperty(report => report.By, People.Configure);
        builder.HasIndex(report => report.Number).IsUnique();
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(report => report.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(report => report.ProofId).OnDelete(DeleteBehavior.Restrict);
    }
}
