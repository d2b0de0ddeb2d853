using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Files;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files_StoredFiles", table => table.HasTrigger("files_StoredFiles_issued"));
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.ContentType).HasMaxLength(64);
        builder.Property(file => file.Sha256).HasMaxLength(64).IsFixedLength();
    }
}
