using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Approvals;

/// <summary>
/// The seal of an issued annex: SHA-256 over its content in one canonical form, so that anyone who holds the content can compute it again.
/// The form is JSON in UTF-8 without white space, members in the order below; docs/roster-rules.md describes it.
/// </summary>
public static class ContentSeal
{
    private const string Form = "kerjabhakti-annex-1";

    /// <summary>The seal as 64 lower-case hexadecimal digits.</summary>
    public static string Of(string title, Annex annex, Instruction instruction) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalForm(title, annex, instruction)));

    /// <summary>What the seal is computed over.</summary>
    public static ReadOnlySpan<byte> CanonicalForm(string title, Annex annex, Instruction instruction)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("form", Form);
            json.WritePropertyName("instruction");
            Write(json, instruction);
            json.WriteString("title", title);
            WriteList(json, "months", annex.Period.Months.Select(month => month.ToString()));
            json.WriteStartArray("rows");
            foreach (var row in annex.Rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, Instruction instruction)
    {
        json.WriteStartObject();
        json.WriteNumber("number", instruction.Number);
        json.WriteNumber("year", instruction.Year);
        json.WriteString("issuedOn", instruction.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (instruction.EffectiveOn != instruction.IssuedOn)
        {
            json.WriteString("effectiveOn", instruction.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        json.WriteString("place", instruction.Place);
        json.WriteString("authority", instruction.Authority);
        json.WriteString("subject", instruction.Subject);
        json.WriteString("opening", instruction.Opening);
        json.WriteString("addressees", instruction.Addressees);
        WriteList(json, "dicta", instruction.Dicta);
        json.WriteString("closing", instruction.Closing);
        WriteList(
            json,
            "signatory",
            [instruction.Signatory.OnBehalfOf, instruction.Signatory.Office, instruction.Signatory.Name, instruction.Signatory.Nip]
        );
        WriteList(json, "copies", instruction.Copies);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AnnexRow row)
    {
        json.WriteStartObject();
        if (row.Number is { } number)
        {
            json.WriteNumber("number", number);
        }
        else
        {
            json.WriteNull("number");
        }

        json.WriteString("label", row.Label);
        if (row.Region is { } region)
        {
            WriteList(json, "region", [region.City.ToString(), region.AsPrinted]);
        }
        else
        {
            // Text and code: the same word could be taken for another kecamatan once the register changes.
            WriteList(json, "cells", row.Cells.SelectMany(cell => new[] { cell.AsPrinted, cell.Kecamatan?.ToString() ?? string.Empty }));
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
