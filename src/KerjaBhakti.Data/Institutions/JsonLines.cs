using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerjaBhakti.Data.Institutions;

/// <summary>
/// One JSON file that people write by hand, comments and trailing commas allowed: gives its texts, and notes what is missing, unknown or of
/// another form with the line it stands on.
/// </summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> lines;
    private readonly HashSet<string> read = ["$"];
    private readonly Action<int?, string> note;

    private JsonLines(JsonObject root, Dictionary<string, int> lines, Action<int?, string> note) =>
        (Root, this.lines, this.note) = (root, lines, note);

    /// <summary>The object that the file is.</summary>
    public JsonObject Root { get; }

    /// <summary>Reads a file; null, with a note, where it is no JSON object.</summary>
    public static JsonLines? Read(byte[] bytes, Action<int?, string> note)
    {
        try
        {
            // What some editors put before the text.
            bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
            var options = new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                AllowDuplicateProperties = false,
                CommentHandling = JsonCommentHandling.Skip,
            };
            if (JsonNode.Parse(bytes, documentOptions: options) is JsonObject root)
            {
                return new JsonLines(root, LinesOf(bytes), note);
            }

            note(null, "isinya harus satu objek JSON, { … }.");
        }
        catch (JsonException malformed)
        {
            note((int?)malformed.LineNumber + 1, $"bukan JSON yang benar: {FirstSentence(malformed.Message)}");
        }

        return null;
    }

    /// <summary>The line of a node; that of its parent where it has none.</summary>
    public int? LineOf(JsonNode? node) =>
        node is null ? null
        : lines.TryGetValue(node.GetPath(), out var line) ? line
        : LineOf(node.Parent);

    /// <summary>Notes something wrong with a node.</summary>
    public void Note(JsonNode? node, string problem) => note(LineOf(node), problem);

    /// <summary>A text that must be there; empty, with a note, where it is not.</summary>
    public string Text(JsonObject from, string name)
    {
        if (TextOrNull(from, name) is { } text)
        {
            return text;
        }

        if (from[name] is not { } node)
        {
            note(LineOf(from), $"\"{name}\" belum ada.");
        }
        else if (IsBlank(node))
        {
            Note(node, $"\"{name}\" masih kosong.");
        }

        return string.Empty;
    }

    /// <summary>A text that may be missing, null or empty.</summary>
    public string? TextOrNull(JsonObject from, string name)
    {
        Mark(from, name);
        if (from[name] is not { } node || IsBlank(node))
        {
            return null;
        }

        if (node is JsonValue value && value.TryGetValue<string>(out var text))
        {
            return text;
        }

        Note(node, $"\"{name}\" harus berisi teks dalam tanda kutip.");
        return null;
    }

    /// <summary>A date of the form 2015-06-01 that may be missing, null or empty.</summary>
    public DateOnly? DateOrNull(JsonObject from, string name)
    {
        if (TextOrNull(from, name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Note(from[name], $"\"{name}\" harus tanggal seperti 2015-06-01, bukan '{text}'.");
        return null;
    }

    /// <summary>A whole number that must be there; zero, with a note, where it is not.</summary>
    public int Number(JsonObject from, string name)
    {
        Mark(from, name);
        if (from[name] is JsonValue value && value.TryGetValue<int>(out var number))
        {
            return number;
        }

        note(LineOf(from[name] ?? from), $"\"{name}\" harus ada dan berisi bilangan bulat.");
        return 0;
    }

    /// <summary>A whole number that may be missing or null.</summary>
    public int? NumberOrNull(JsonObject from, string name)
    {
        Mark(from, name);
        return from[name] is null ? null : Number(from, name);
    }

    /// <summary>One of the names of an enumeration, whatever its case; the default, with a note, where it is none.</summary>
    public T Choice<T>(JsonObject from, string name)
        where T : struct, Enum
    {
        var text = Text(from, name);
        if (text.Length == 0)
        {
            return default;
        }

        if (Enum.GetNames<T>().Any(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        Note(from[name], $"\"{name}\" harus salah satu dari {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, bukan '{text}'.");
        return default;
    }

    /// <summary>An object that must be there; null, with a note, where it is not.</summary>
    public JsonObject? Part(JsonObject from, string name)
    {
        var found = PartOrNull(from, name);
        if (found is null && from[name] is null)
        {
            note(LineOf(from), $"\"{name}\" belum ada.");
        }

        return found;
    }

    /// <summary>An object that may be missing or null.</summary>
    public JsonObject? PartOrNull(JsonObject from, string name)
    {
        Mark(from, name);
        if (from[name] is { } node and not JsonObject)
        {
            Note(node, $"\"{name}\" harus berisi objek, {{ … }}.");
        }

        return from[name] as JsonObject;
    }

    /// <summary>The items of a list that must be there; none, with a note, where it is not or where an item is of another kind.</summary>
    public IReadOnlyList<T> List<T>(JsonObject from, string name)
        where T : JsonNode
    {
        Mark(from, name);
        if (from[name] is not JsonArray list)
        {
            note(LineOf(from[name] ?? from), $"\"{name}\" harus ada dan berisi daftar, [ … ].");
            return [];
        }

        foreach (var other in list.Where(item => item is not T))
        {
            note(LineOf(other ?? list), $"\"{name}\" memuat isi yang bukan {(typeof(T) == typeof(JsonObject) ? "objek" : "teks")}.");
        }

        return [.. list.OfType<T>()];
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(JsonObject from, string name)
    {
        var texts = new List<string>();
        foreach (var item in List<JsonValue>(from, name))
        {
            if (item.TryGetValue<string>(out var text))
            {
                texts.Add(text);
            }
            else
            {
                Note(item, $"\"{name}\" memuat isi yang bukan teks.");
            }
        }

        return texts;
    }

    /// <summary>Notes every name that nobody asked for: most are misspelt.</summary>
    public void NoteUnknown() => NoteUnknown(Root);

    private static bool IsBlank(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text);

    private void NoteUnknown(JsonObject parent)
    {
        foreach (var (name, node) in parent)
        {
            if (!read.Contains($"{parent.GetPath()}.{name}"))
            {
                note(LineOf(node ?? parent), $"\"{name}\" tidak dikenal; periksa ejaannya.");
                continue;
            }

            foreach (var inner in node is JsonArray list ? list.OfType<JsonObject>() : new[] { node }.OfType<JsonObject>())
            {
                NoteUnknown(inner);
            }
        }
    }

    private void Mark(JsonObject from, string name) => read.Add($"{from.GetPath()}.{name}");

    /// <summary>On which line the value at each path begins; a name stands on the line of its value in any file people write.</summary>
    private static Dictionary<string, int> LinesOf(byte[] bytes)
    {
        var found = new Dictionary<string, int>();
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(bytes, options);
        var parents = new Stack<(string Path, bool IsList, int Next)>();
        var name = string.Empty;
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted..start).Count((byte)'\n');
            counted = start;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                parents.Pop();
                continue;
            }

            var path = "$";
            if (parents.TryPop(out var parent))
            {
                path = parent.IsList
                    ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{parent.Next}]")
                    : $"{parent.Path}.{name}";
                parents.Push(parent with { Next = parent.Next + 1 });
            }

            found[path] = line;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                parents.Push((path, reader.TokenType == JsonTokenType.StartArray, 0));
            }
        }

        return found;
    }

    private static string FirstSentence(string message) => message.Split(" LineNumber", 2)[0];
}
