using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Forms;

internal sealed class SentFormConfiguration : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> builder)
    {
        builder.ToTable("portal_SentForms");
        builder.Property(form => form.Id).ValueGeneratedNever();
        builder.Property(form => form.Location).HasMaxLength(SentForm.LocationLength);
    }
}
