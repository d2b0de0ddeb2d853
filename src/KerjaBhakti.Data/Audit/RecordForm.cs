using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// The canonical form of a record: one text for each column, the same for every provider. A number is its digits, true is 1, an instant and
/// a date are as SQLite keeps them, a key is its 36 characters in upper case, JSON has its members in the order of their names.
/// </summary>
internal static class RecordForm
{
    // Enough to tell which column is another; what proves the record is the digest of the whole.
    private const int MarkLength = 2;

    /// <summary>
    /// The digest of a record, as base64url: SHA-256 over a JSON array of table, column, text, column, text…, with the columns in the
    /// order of their names and without those that hold nothing; then two bytes for each column, by which one that differs is named.
    /// </summary>
    public static string DigestOf(RecordTable table, IReadOnlyList<string?> texts)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(table.Name);
            foreach (var (column, text) in table.Columns.Zip(texts))
            {
                if (text is not null)
                {
                    json.WriteStringValue(column.Name);
                    json.WriteStringValue(text);
                }
            }

            json.WriteEndArray();
        }

        var digest = new byte[SHA256.HashSizeInBytes + (MarkLength * table.Columns.Count)];
        SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), digest);
        foreach (var (index, text) in texts.Index())
        {
            MarkOf(table.Columns[index], text).CopyTo(digest.AsSpan(SHA256.HashSizeInBytes + (MarkLength * index)));
        }

        return Base64Url.EncodeToString(digest);
    }

    /// <summary>Whether a record is what a digest says; the marks, which follow the columns a program knew, do not count.</summary>
    public static bool IsSame(string digest, string other) => Proof(digest).SequenceEqual(Proof(other));

    /// <summary>The columns of a record that are not what a digest says.</summary>
    public static IReadOnlyList<string> Differing(RecordTable table, IReadOnlyList<string?> texts, string digest)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(digest);
        }
        catch (FormatException)
        {
            return [];
        }

        var marks = bytes.Skip(SHA256.HashSizeInBytes).Chunk(MarkLength).ToList();
        return
        [
            .. table
                .Columns.Index()
                .Where(column => !marks.Exists(mark => mark.AsSpan().SequenceEqual(MarkOf(column.Item, texts[column.Index]))))
                .Select(column => column.Item.Name),
        ];
    }

    /// <summary>A value as one text; null for none.</summary>
    /// <param name="value">As the program or the database gives it.</param>
    /// <param name="column">Where it stands.</param>
    public static string? TextOf(object? value, RecordColumn column) =>
        value switch
        {
            null or DBNull => null,
            string text => column.IsJson ? CanonicalJson(text) : text,
            byte[] key when column.IsGuid && key.Length == 16 => TextOf(new Guid(key, bigEndian: true)),
            byte[] bytes => Convert.ToHexString(bytes),
            bool flag => flag ? "1" : "0",
            Guid key => TextOf(key),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment when column.IsDate => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            double or float => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"{column.Name}: {value.GetType()} has no canonical form."),
        };

    private static string TextOf(Guid key) => key.ToString().ToUpperInvariant();

    // Whole characters of the hash: 252 of its 256 bits.
    private static ReadOnlySpan<char> Proof(string digest) => digest.AsSpan(0, Math.Min(digest.Length, SHA256.HashSizeInBytes * 4 / 3));

    private static ReadOnlySpan<byte> MarkOf(RecordColumn column, string? text) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(text is null ? column.Name : $"{column.Name}={text}")).AsSpan(0, MarkLength);

    private static string CanonicalJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                WriteSorted(writer, json.RootElement);
            }

            return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteSorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
