using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>
/// A what-if kept under a name while others are tried. It travels with the form and nowhere else: nothing is stored, and it ends with the
/// page.
/// </summary>
/// <param name="Name">What it is kept as.</param>
/// <param name="Number">The number or name of the decree's draft.</param>
/// <param name="Pool">What is distributed, as it was typed.</param>
/// <param name="Components">The components.</param>
/// <param name="Staff">Staff and points.</param>
internal sealed record FeeKept(string Name, string? Number, string? Pool, List<FeeDraftComponent> Components, string? Staff)
{
    /// <summary>How many may be kept at once.</summary>
    public const int Most = 3;

    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 60;

    // Three bytes for each character of the longest list, and room for the rest.
    private const int MostBytes = 4 * FeeDraft.StaffLength;

    /// <summary>Reads what a hidden field brought back; null where it is not what <see cref="Pack"/> wrote.</summary>
    public static FeeKept? Unpack(string? packed)
    {
        try
        {
            using var reader = new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(packed)), CompressionMode.Decompress);
            var bytes = new byte[MostBytes];
            var length = reader.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return JsonSerializer.Deserialize<FeeKept>(bytes.AsSpan(0, length)) is { } kept && kept.IsPossible ? kept : null;
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The what-if for a hidden field, compressed: a list of two thousand staff is a few hundred thousand characters.</summary>
    public string Pack()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(writer, this);
        }

        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // The field can be sent by anybody: what could not be kept does not come back either.
    private bool IsPossible =>
        Name is { Length: > 0 and <= NameLength }
        && Components is { Count: <= FeeDraft.MostComponents }
        && Components.TrueForAll(component => component is not null && Enum.IsDefined(component.Method))
        && FeeDraft.Lines(Staff).Length <= FeeDraft.StaffLength;

    /// <summary>The draft it was made of.</summary>
    public FeeDraft ToDraft() =>
        new()
        {
            Number = Number,
            Pool = Pool,
            Components = Components,
            Staff = Staff,
        };
}
