using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Data.Roster;

/// <summary>
/// Edits as the JSON that a draft's steps keep. The names in it are stored, and stay whatever the types are called; they are declared here
/// because the domain knows nothing of how it is stored.
/// </summary>
internal static class ScheduleEditJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new TextConverter<RosterMonth>(RosterMonth.Parse), new TextConverter<CityCode>(CityCode.Parse) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheKinds } },
    };

    public static string Write(IReadOnlyList<ScheduleEdit> edits) => JsonSerializer.Serialize(edits, Options);

    public static IReadOnlyList<ScheduleEdit> Read(string json) => JsonSerializer.Deserialize<List<ScheduleEdit>>(json, Options)!;

    private static void NameTheKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(ScheduleEdit))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "kind",
                DerivedTypes =
                {
                    new(typeof(ScheduleEdit.WriteCell), "cell"),
                    new(typeof(ScheduleEdit.Rename), "label"),
                    new(typeof(ScheduleEdit.Add), "add"),
                    new(typeof(ScheduleEdit.Remove), "remove"),
                    new(typeof(ScheduleEdit.Move), "move"),
                    new(typeof(ScheduleEdit.ServeRegion), "region"),
                },
            };
        }
    }

    /// <summary>Writes a value as the text by which it is known everywhere.</summary>
    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
