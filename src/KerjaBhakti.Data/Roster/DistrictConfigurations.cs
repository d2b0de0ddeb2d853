using KerjaBhakti.Roster.Districts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Roster;

internal sealed class CityConfiguration : IEntityTypeConfiguration<City>
{
    public void Configure(EntityTypeBuilder<City> builder)
    {
        builder.ToTable("roster_Cities");
        builder.HasKey(city => city.Code);
        builder.Property(city => city.Name).HasMaxLength(100);
        builder.Ignore(city => city.ShortName);
    }
}

internal sealed class KecamatanConfiguration : IEntityTypeConfiguration<Kecamatan>
{
    public void Configure(EntityTypeBuilder<Kecamatan> builder)
    {
        builder.ToTable("roster_Kecamatan");
        builder.HasKey(kecamatan => kecamatan.Code);
        builder.Property(kecamatan => kecamatan.Name).HasMaxLength(100);
        builder.Property(kecamatan => kecamatan.Aliases).HasMaxLength(1000);
    }
}
