using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Ignore(entry => entry.Author);
        builder.Property(entry => entry.ActorId).HasMaxLength(64);
        builder.Property(entry => entry.ActorName).HasMaxLength(AuditEntry.ActorNameLength);
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Subject).HasMaxLength(64);
        builder.Property(entry => entry.Part).HasMaxLength(64);
        builder.Property(entry => entry.Field).HasMaxLength(64);
        builder.Property(entry => entry.Caption).HasMaxLength(AuditEntry.CaptionLength);
        builder.Property(entry => entry.Before).HasMaxLength(AuditEntry.TextLength);
        builder.Property(entry => entry.After).HasMaxLength(AuditEntry.TextLength);
        builder.Property(entry => entry.Hash).HasMaxLength(64).IsFixedLength();
        builder.Property(entry => entry.RecordsHash).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(entry => entry.Place).IsUnique();
        builder.HasIndex(entry => new
        {
            entry.Subject,
            entry.Part,
            entry.Field,
        });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(64).IsFixedLength();
        builder.HasData(AuditHead.Empty);
    }
}
