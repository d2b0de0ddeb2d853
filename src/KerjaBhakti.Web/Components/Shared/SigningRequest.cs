using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Components.Shared;

/// <summary>
/// What a form says of the signing of a report, as it was typed: texts, so that a slip is answered with the page and a sentence. It never
/// stands in an address: only what is wrong with it does, by the name of the field.
/// </summary>
/// <param name="Number">The number of the letter.</param>
/// <param name="Date">Its date, "2024-07-15".</param>
/// <param name="Office">The office that signs, where the report does not say it.</param>
/// <param name="Name">Who signs.</param>
/// <param name="Nip">Their number.</param>
public sealed record SigningRequest(string? Number, string? Date, string? Office, string? Name, string? Nip)
{
    /// <summary>The parameter of an address that names a field which cannot be read.</summary>
    public const string ProblemParameter = "salah";

    private static readonly IReadOnlyDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["nomor"] = $"Nomor surat: paling panjang {ReportSigning.TextLength} huruf.",
        ["tanggal"] = "Tanggal surat: bukan tanggal; tulis misalnya 2024-07-15.",
        ["jabatan"] = $"Jabatan penanda tangan: paling panjang {ReportSigning.TextLength} huruf.",
        ["nama"] = $"Nama penanda tangan: paling panjang {ReportSigning.TextLength} huruf.",
        ["sifat"] = $"Sifat surat: paling panjang {ReportSigning.TextLength} huruf.",
        ["tembusan"] =
            $"Tembusan: paling banyak {ReportSigning.MostCopies} baris, masing-masing paling panjang {ReportSigning.TextLength} huruf.",
        ["nip"] = $"NIP penanda tangan: harus {ReportSigning.NipDigits} angka.",
    };

    /// <summary>How urgent or secret a letter is.</summary>
    public string? Nature { get; init; }

    /// <summary>Who gets a copy of a letter, a line for each.</summary>
    public string? Copies { get; init; }

    /// <summary>
    /// What a request says: the form that was posted with the token of its page; nothing where it was no such form, as with an address.
    /// </summary>
    public static async Task<SigningRequest> FromAsync(HttpContext http)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.HasFormContentType
            || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
        )
        {
            return new SigningRequest(Number: null, Date: null, Office: null, Name: null, Nip: null);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new SigningRequest(form["nomor"], form["tanggal"], form["jabatan"], form["nama"], form["nip"])
        {
            Nature = form["sifat"],
            Copies = form["tembusan"],
        };
    }

    /// <summary>The days or months that a request asks for: those of the form that was posted, else those of the address.</summary>
    public static async Task<(string? From, string? To)> PeriodOfAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            return (http.Request.Query["dari"], http.Request.Query["sampai"]);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return (form["dari"], form["sampai"]);
    }

    /// <summary>What is wrong with a form, as the address it led to names it: whole sentences.</summary>
    public static IReadOnlyList<string> ProblemsIn(IQueryCollection query) => SentencesOf(query[ProblemParameter]);

    /// <summary>What is wrong with these fields: whole sentences.</summary>
    public static IReadOnlyList<string> SentencesOf(IEnumerable<string?> fields) =>
        [.. fields.Select(field => Sentences.GetValueOrDefault(field ?? string.Empty)).OfType<string>().Distinct()];

    /// <summary>The address of the page that says what is wrong with a form: its period and the names of the fields.</summary>
    public static string PathOf(string page, string? from, string? to, IEnumerable<string> problems) =>
        page
        + QueryString
            .Create(
                new Dictionary<string, string?> { ["dari"] = from, ["sampai"] = to }
                    .Where(field => !string.IsNullOrWhiteSpace(field.Value))
                    .Concat(problems.Select(field => KeyValuePair.Create<string, string?>(ProblemParameter, field)))
            )
            .ToUriComponent();

    /// <summary>Reads it.</summary>
    /// <param name="problems">Receives the names of the fields that cannot be read.</param>
    public ReportSigning Read(ICollection<string> problems)
    {
        return new ReportSigning(Text("nomor", Number), ReadDate(), Text("nama", Name), ReadNip())
        {
            Office = Text("jabatan", Office),
            Nature = Text("sifat", Nature),
            Copies = ReadCopies(),
        };

        IReadOnlyList<string> ReadCopies()
        {
            List<string> copies =
            [
                .. (Copies ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ];
            if (copies.Count > ReportSigning.MostCopies)
            {
                problems.Add("tembusan");
            }

            copies.ForEach(copy => Text("tembusan", copy));
            return copies;
        }

        string? Text(string field, string? text)
        {
            if (text?.Trim().Length > ReportSigning.TextLength)
            {
                problems.Add(field);
            }

            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }

        DateOnly? ReadDate()
        {
            if (string.IsNullOrWhiteSpace(Date))
            {
                return null;
            }

            if (AddressValue.Date(Date.Trim()) is { } date)
            {
                return date;
            }

            problems.Add("tanggal");
            return null;
        }

        string? ReadNip()
        {
            var digits = Nip?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
            if (digits.Length > 0 && (digits.Length != ReportSigning.NipDigits || !digits.All(char.IsAsciiDigit)))
            {
                problems.Add("nip");
            }

            return digits.Length == 0 ? null : digits;
        }
    }
}
