using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// What the records were that were saved with an entry of the trail. The last entry of a save holds the hash of this list, and so the
/// chain holds the list.
/// </summary>
public sealed class EntryRecords
{
    private EntryRecords() { }

    /// <summary>The list of an entry.</summary>
    /// <param name="place">Its place in the chain.</param>
    /// <param name="content">The list as <see cref="Write"/> gives it.</param>
    internal EntryRecords(long place, string content) => (Place, Content) = (place, content);

    /// <summary>The place of the entry in the chain.</summary>
    public long Place { get; private set; }

    /// <summary>A JSON array of [table, [key, …], digest, digest before], as <see cref="RecordLine"/> has them.</summary>
    public string Content { get; private set; } = string.Empty;

    /// <summary>The hash of a list: SHA-256, as 64 lower-case hexadecimal digits.</summary>
    internal static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>Writes a list.</summary>
    internal static string Write(IEnumerable<RecordLine> lines)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartArray();
                json.WriteStringValue(line.Table);
                json.WriteStartArray();
                foreach (var part in line.Key)
                {
                    json.WriteStringValue(part);
                }

                json.WriteEndArray();
                json.WriteStringValue(line.Digest);
                if (line.Before is not null)
                {
                    json.WriteStringValue(line.Before);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static IReadOnlyList<RecordLine> Read(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return
            [
                .. json
                    .RootElement.EnumerateArray()
                    .Select(line => new RecordLine(
                        line[0].GetString()!,
                        [.. line[1].EnumerateArray().Select(part => part.GetString()!)],
                        line[2].GetString()
                    )
                    {
                        Before = line.GetArrayLength() > 3 ? line[3].GetString() : null,
                    }),
            ];
        }
        catch (Exception failure) when (failure is InvalidOperationException or IndexOutOfRangeException)
        {
            throw new JsonException("No list of records.", failure);
        }
    }
}

/// <summary>What a record was.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its key, a text for each column.</param>
/// <param name="Digest">What <see cref="RecordForm.DigestOf"/> says of it; null where it was deleted.</param>
internal sealed record RecordLine(string Table, IReadOnlyList<string> Key, string? Digest)
{
    /// <summary>
    /// What it was when the program read it, so that what was changed past the program is not taken over with the next change; null where
    /// it is new, or where the program does not keep what a part of it was.
    /// </summary>
    public string? Before { get; init; }
}

internal sealed class EntryRecordsConfiguration : IEntityTypeConfiguration<EntryRecords>
{
    public void Configure(EntityTypeBuilder<EntryRecords> builder)
    {
        builder.ToTable("AuditRecords");
        builder.HasKey(records => records.Place);
        builder.Property(records => records.Place).ValueGeneratedNever();
    }
}
