using System.Text.Json;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>
/// Reads a decree as JSON:
/// <c>{ "number": "…", "components": [ { "code": "LANGSUNG", "share": "60", "method": "points" }, { "code": "MERATA", "share": "40",
/// "method": "equal" } ] }</c>.
/// </summary>
/// <remarks>
/// Strict, because money follows from it: what is not known, missing, twice there or of another type is refused and named. Shares are
/// strings, since a JSON number may pass through binary floating point on its way here.
/// </remarks>
public static class FeeDecreeJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Reads a decree.</summary>
    /// <param name="utf8">The file, UTF-8, with or without a byte order mark.</param>
    /// <exception cref="FundRefusedException">It is no such JSON, or the decree cannot be applied; says all that is wrong.</exception>
    public static FeeDecree Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        try
        {
            return Decree(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // Strings are decoded only when they are taken: invalid UTF-8, or half of a surrogate pair, shows here.
            throw new FundRefusedException("Berkas keputusan memuat huruf yang rusak; simpan ulang sebagai UTF-8.");
        }
    }

    private static FeeDecree Decree(JsonElement json)
    {
        var problems = new List<string>();
        var root = Members(json, "Keputusan", ["number", "components"], problems);
        var number = Text(root, "number", "Keputusan", problems);
        var components = Components(root, problems);
        FundRefusedException.ThrowIfAny(problems);
        return new FeeDecree(number, components);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException malformed)
        {
            // The message of the library is English and says little more than where.
            throw new FundRefusedException(
                malformed.LineNumber is { } line
                    ? $"Berkas keputusan bukan JSON yang benar (baris {line + 1}, byte ke-{malformed.BytePositionInLine + 1})."
                    : "Berkas keputusan bukan JSON yang benar: ada nama yang ditulis dua kali dalam satu objek."
            );
        }
    }

    private static List<FeeComponent> Components(Dictionary<string, JsonElement> root, List<string> problems)
    {
        var components = new List<FeeComponent>();
        if (!root.TryGetValue("components", out var array))
        {
            return components;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            problems.Add("Keputusan: \"components\" harus berupa daftar [ … ].");
            return components;
        }

        foreach (var (index, element) in array.EnumerateArray().Index())
        {
            if (Component(element, $"Komponen ke-{index + 1}", problems) is { } component)
            {
                components.Add(component);
            }
        }

        return components;
    }

    private static FeeComponent? Component(JsonElement element, string where, List<string> problems)
    {
        var before = problems.Count;
        var members = Members(element, where, ["code", "share", "method"], problems);
        var code = Text(members, "code", where, problems);
        var share = Text(members, "share", where, problems);
        var method = Text(members, "method", where, problems);
        if (problems.Count > before)
        {
            return null;
        }

        if (!Percent.TryParse(share, out var percent))
        {
            problems.Add(
                $"{where} ('{code}'): bagian '{share}' bukan persen dari 0 sampai 100; tulis angka dengan titik desimal tanpa tanda %, misalnya \"12.5\"."
            );
        }

        FeeMethod? known = method switch
        {
            "points" => FeeMethod.Points,
            "equal" => FeeMethod.Equal,
            _ => null,
        };
        if (known is null)
        {
            problems.Add($"{where} ('{code}'): cara '{method}' tidak dikenal; pakai \"points\" (menurut poin) atau \"equal\" (sama rata).");
        }

        return problems.Count > before ? null : new FeeComponent(code, percent, known!.Value);
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element, string where, string[] names, List<string> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{where} harus berupa objek {{ … }}.");
            return [];
        }

        var members = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        problems.AddRange(
            members.Keys.Except(names).Select(name => $"{where}: \"{name}\" tidak dikenal; yang dikenal hanya {string.Join(", ", names)}.")
        );
        problems.AddRange(names.Except(members.Keys).Select(name => $"{where}: \"{name}\" belum ada."));
        return members;
    }

    private static string Text(Dictionary<string, JsonElement> members, string name, string where, List<string> problems)
    {
        if (!members.TryGetValue(name, out var value))
        {
            return string.Empty; // Told already.
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        problems.Add($"{where}: \"{name}\" harus berupa teks di antara tanda kutip.");
        return string.Empty;
    }
}
