using System.Globalization;
using KerjaBhakti.Documents.Reports;

namespace KerjaBhakti.Web.Components.Shared;

/// <summary>What an address says of the signing of a report, as it was typed: texts, so that a slip is answered with the page and a sentence.</summary>
/// <param name="Number">The number of the letter.</param>
/// <param name="Date">Its date, "2024-07-15".</param>
/// <param name="Office">The office that signs, where the report does not say it.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Nip">Their number.</param>
public sealed record SigningRequest(string? Number, string? Date, string? Office, string? Name, string? Nip)
{
    /// <summary>The fields that were filled in, as an address has them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields => new Dictionary<string, string?>
    {
        ["nomor"] = Number,
        ["tanggal"] = Date,
        ["jabatan"] = Office,
        ["nama"] = Name,
        ["nip"] = Nip,
    }.Where(item => !string.IsNullOrWhiteSpace(item.Value));

    /// <summary>What an address says.</summary>
    public static SigningRequest From(IQueryCollection query) => new(query["nomor"], query["tanggal"], query["jabatan"], query["nama"], query["nip"]);

    /// <summary>Reads it.</summary>
    /// <param name="problems">Receives what is wrong, whole sentences.</param>
    public ReportSigning Read(ICollection<string> problems)
    {
        return new ReportSigning(Text("Nomor surat", Number), ReadDate(), Text("Nama penanda tangan", Name), ReadNip()) { Office = Text("Jabatan penanda tangan", Office) };

        string? Text(string label, string? text)
        {
            if (text?.Trim().Length > ReportSigning.TextLength)
            {
                problems.Add($"{label}: paling panjang {ReportSigning.TextLength} huruf.");
            }

            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }

        DateOnly? ReadDate()
        {
            if (string.IsNullOrWhiteSpace(Date))
            {
                return null;
            }

            if (DateOnly.TryParseExact(Date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            problems.Add("Tanggal surat: bukan tanggal; tulis misalnya 2024-07-15.");
            return null;
        }

        string? ReadNip()
        {
            var digits = Nip?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
            if (digits.Length > 0 && (digits.Length != ReportSigning.NipDigits || !digits.All(char.IsAsciiDigit)))
            {
                problems.Add($"NIP: harus {ReportSigning.NipDigits} angka.");
            }

            return digits.Length == 0 ? null : digits;
        }
    }
}
