using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// SHA-256 over one canonical form, in lower-case hexadecimal: JSON in UTF-8 without white space; sets in ascending order.
/// docs/roster-rules.md states it.
/// </summary>
public static class RotationHash
{
    /// <summary>Of an annex as it is printed: months, numbers, labels, cells.</summary>
    public static string Of(Annex annex) => Hash(json => Write(json, annex));

    /// <summary>Of everything a proposal follows from, the annex first.</summary>
    public static string Of(RotationRequest request) =>
        Hash(json =>
        {
            var limits = request.Limits;
            Write(json, request.Annex);
            json.WriteString("way", request.Way.ToString());
            json.WriteNumber("seed", request.Seed);
            Write(json, "kecamatan", request.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Code.ToString()));
            Write(json, "leftOut", limits.LeftOut.Order().Select(code => code.ToString()));
            Write(json, "locked", Cells(limits.Locked));
            Write(
                json,
                "never",
                limits.Never.OrderBy(never => never.Row).ThenBy(never => never.Kecamatan).Select(never => $"{never.Row},{never.Kecamatan}")
            );
            Write(json, "offDuty", Cells(limits.OffDuty));
            Write(json, "scope", request.Scope is null ? ["*"] : Cells(request.Scope));
            Write(json, "earlier", request.Earlier.Select(codes => string.Join(',', codes.Order())));
        });

    private static IEnumerable<string> Cells(IEnumerable<RosterCell> cells) =>
        cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Month).Select(cell => $"{cell.Row},{cell.Month}");

    private static void Write(Utf8JsonWriter json, Annex annex)
    {
        json.WriteString("form", "kerjabhakti-rotation-1");
        json.WriteString("first", annex.Period.First.ToString());
        json.WriteString("last", annex.Period.Last.ToString());
        json.WriteStartArray("rows");
        foreach (var row in annex.Rows)
        {
            json.WriteStartArray();
            json.WriteStringValue(row.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty);
            json.WriteStringValue(row.Label);
            if (row.Region is { } region)
            {
                json.WriteStringValue(region.City.ToString());
            }
            else
            {
                foreach (var cell in row.Cells)
                {
                    json.WriteStringValue(cell.AsPrinted);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Hash(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
