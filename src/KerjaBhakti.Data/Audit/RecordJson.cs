using System.Collections;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KerjaBhakti.Data.Audit;

/// <summary>What a record keeps in a JSON column, as it is going to be stored.</summary>
internal static class RecordJson
{
    /// <summary>The text of a column; null where it holds nothing.</summary>
    public static string? Of(NavigationEntry part)
    {
        if (part.CurrentValue is not { } value)
        {
            return null;
        }

        var type = ((INavigation)part.Metadata).TargetEntityType;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, type, value, part.Metadata.IsCollection);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, IEntityType type, object value, bool isCollection)
    {
        if (!isCollection)
        {
            Write(json, type, value);
            return;
        }

        json.WriteStartArray();
        foreach (var item in (IEnumerable)value)
        {
            Write(json, type, item);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IEntityType type, object item)
    {
        json.WriteStartObject();
        foreach (var property in type.GetProperties().Where(property => property.GetJsonPropertyName() is not null))
        {
            json.WritePropertyName(property.GetJsonPropertyName()!);
            if (property.GetGetter().GetClrValue(item) is { } value)
            {
                (property.GetJsonValueReaderWriter() ?? property.GetTypeMapping().JsonValueReaderWriter)!.ToJson(json, value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        foreach (var part in type.GetNavigations().Where(part => part.ForeignKey.IsOwnership && !part.IsOnDependent))
        {
            json.WritePropertyName(part.TargetEntityType.GetJsonPropertyName()!);
            if (part.GetGetter().GetClrValue(item) is { } value)
            {
                Write(json, part.TargetEntityType, value, part.IsCollection);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndObject();
    }
}
