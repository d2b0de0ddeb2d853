using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KerjaBhakti.Data;

/// <summary>
/// What makes SQL Server compare and order as SQLite does, so that a rule holds on both: text byte for byte, and keys by the time they were
/// made (decisions 0020 and 0021).
/// </summary>
internal static class SqlServerStorage
{
    /// <summary>Compares by code point: letter case, accents and width count.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    /// <summary>The column type of keys.</summary>
    public const string KeyType = "binary(16)";

    private const string Provider = "Microsoft.EntityFrameworkCore.SqlServer";

    public static void Configure(DatabaseFacade database, ModelConfigurationBuilder conventions)
    {
        if (database.ProviderName == Provider)
        {
            conventions.Properties<Guid>().HaveConversion<KeyConverter>().HaveColumnType(KeyType);
            conventions.Conventions.Add(_ => new BinaryText());
        }
    }

    /// <summary>
    /// The bytes in the order in which a key is written. SQL Server's own type would be ordered by the last six first, which are random.
    /// </summary>
    private sealed class KeyConverter() : ValueConverter<Guid, byte[]>(key => key.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class BinaryText : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var property in modelBuilder.Metadata.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(PropertiesOf))
            {
                if (StoredTypeOf(property) == typeof(string))
                {
                    property.SetCollation(Collation);
                }
            }
        }

        private static IEnumerable<IConventionProperty> PropertiesOf(IConventionTypeBase type) =>
            type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(part => PropertiesOf(part.ComplexType)));

        private static Type StoredTypeOf(IConventionProperty property) =>
            property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
    }
}
