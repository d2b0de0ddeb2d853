using System.Globalization;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The fields of a claim's entry as they were typed.</summary>
internal sealed class ClaimEntryForm
{
    /// <summary>Which button was pressed: nothing saves, "baca" reads the paste, "berkas" the file, "ambil" takes it over into the fields.</summary>
    public string? Step { get; set; }

    /// <summary>The revision the page showed; 0 for a new claim.</summary>
    public int Revision { get; set; }

    /// <summary>The month as <c>2024-03</c>.</summary>
    public string? Month { get; set; }

    /// <summary>The tariff scheme.</summary>
    public string? Scheme { get; set; }

    /// <summary>When it was filed.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>A line for each service.</summary>
    public List<ClaimEntryLine> Lines { get; set; } = [];

    /// <summary>What was pasted from a sheet.</summary>
    public string? Paste { get; set; }

    /// <summary>A file that takes the place of <see cref="Paste"/>.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The form of a claim that is to be corrected, or an empty one.</summary>
    public static ClaimEntryForm Of(ClaimView view) => new()
    {
        Revision = view.Claim?.Revision ?? 0,
        Month = view.Claim?.Month.ToString(),
        Scheme = view.Claim?.Scheme ?? "INA-CBG",
        FiledOn = view.Claim?.FiledOn,
        Lines = [.. view.Listed.Select(service => ClaimEntryLine.Of(service, view.Claim?.Lines.FirstOrDefault(line => line.Service == service.Code)))],
    };

    /// <summary>Puts what was read from a sheet into the fields; a service the sheet does not name keeps what was typed.</summary>
    public void Take(IEnumerable<ClaimSheetLine> sheet)
    {
        foreach (var filing in sheet.Select(line => line.Filing).OfType<ClaimFiling>())
        {
            if (Lines.Find(line => line.Service == filing.Service) is { } line)
            {
                line.Cases = filing.Cases.ToString(CultureInfo.InvariantCulture);
                line.Amount = FundText.Figure(filing.Filed);
            }
        }
    }

    /// <summary>Reads the uploaded file; where nothing in it was refused, it takes the place of what was pasted.</summary>
    /// <exception cref="FundRefusedException">There is none, or it is no table.</exception>
    public async Task<IReadOnlyList<ClaimSheetLine>> ReadFileAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
    {
        if (File is not { } file)
        {
            throw new FundRefusedException("Pilih berkas xlsx atau csv lebih dahulu.");
        }

        // A byte more than may be, by which the reader knows a file that is too large without all of it in memory.
        using var content = new MemoryStream();
        await using var upload = file.OpenReadStream();
        var buffer = new byte[81920];
        for (int count; content.Length <= ClaimFile.MostBytes && (count = await upload.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer, 0, count);
        }

        var sheet = ClaimSheet.Read(ClaimFile.Read(content.ToArray()), services);
        Paste = sheet.Any(line => line.Refused) ? Paste : ClaimSheet.Write(sheet, services);
        return sheet;
    }

    /// <summary>What was typed, service by service; a service left empty is not claimed.</summary>
    /// <param name="view">Names the services.</param>
    /// <param name="form">Collects what cannot be read.</param>
    public IReadOnlyList<ClaimFiling> Filings(ClaimView view, FundForm form) =>
    [
        .. Lines.Where(line => !string.IsNullOrWhiteSpace(line.Cases) || !string.IsNullOrWhiteSpace(line.Amount))
            .Select(line => new ClaimFiling(
                line.Service ?? string.Empty,
                string.IsNullOrWhiteSpace(line.Cases) ? 0 : form.Read(view.NameOf(line.Service ?? string.Empty), () => ClaimSheet.CasesOf(line.Cases)),
                form.Amount($"{view.NameOf(line.Service ?? string.Empty)}, diajukan", line.Amount)))
            .Where(filing => filing.Cases > 0 || filing.Filed != Rupiah.Zero),
    ];
}

/// <summary>What was typed for a service.</summary>
internal sealed class ClaimEntryLine
{
    /// <summary>The code of the service.</summary>
    public string? Service { get; set; }

    /// <summary>How many cases.</summary>
    public string? Cases { get; set; }

    /// <summary>The amount filed.</summary>
    public string? Amount { get; set; }

    internal static ClaimEntryLine Of(Service service, ClaimLine? line) => new()
    {
        Service = service.Code,
        Cases = line?.Cases.ToString(CultureInfo.InvariantCulture),
        Amount = line is null ? null : FundText.Figure(line.Filed),
    };
}
