using System.Globalization;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Services;
using KerjaBhakti.Web.Tables;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Claims;

/// <summary>The fields of a claim's entry as they were typed.</summary>
internal sealed class ClaimEntryForm
{
    /// <summary>
    /// Which button was pressed: nothing saves, "baca" reads the paste, "berkas" the file, "pilih" the file with what was said of it,
    /// "ambil" takes it over into the fields.
    /// </summary>
    public string? Step { get; set; }

    /// <summary>The revision the page showed; 0 for a new claim.</summary>
    public int Revision { get; set; }

    /// <summary>The month as <c>2024-03</c>.</summary>
    public string? Month { get; set; }

    /// <summary>Whether it is filed for a month that was claimed already (klaim susulan).</summary>
    public bool IsLater { get; set; }

    /// <summary>The tariff scheme.</summary>
    public string? Scheme { get; set; }

    /// <summary>When it was filed.</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>A line for each service.</summary>
    public List<ClaimEntryLine> Lines
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>What was pasted from a sheet.</summary>
    public string? Paste { get; set; }

    /// <summary>The file that was uploaded before, and what was said of it.</summary>
    public KeptTable? Table { get; set; }

    /// <summary>A file that takes the place of <see cref="Paste"/>.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The form of a claim that is to be corrected, or an empty one.</summary>
    public static ClaimEntryForm Of(ClaimView view) =>
        new()
        {
            Revision = view.Claim?.Revision ?? 0,
            Month = view.Claim?.Month.ToString(),
            Scheme = view.Claim?.Scheme ?? "INA-CBG",
            FiledOn = view.Claim?.FiledOn,
            Lines =
            [
                .. view.Listed.Select(service =>
                    ClaimEntryLine.Of(service, view.Claim?.Lines.FirstOrDefault(line => line.Service == service.Code))
                ),
            ],
        };

    /// <summary>Puts what was read from a sheet into the fields; a service the sheet does not name keeps what was typed.</summary>
    public void Take(ClaimSheet sheet)
    {
        foreach (var filing in sheet.Lines.Select(line => line.Filing).OfType<ClaimFiling>())
        {
            if (Lines.Find(line => line.Service == filing.Service) is { } line)
            {
                line.Cases = filing.Cases.ToString(CultureInfo.InvariantCulture);
                line.Amount = FundText.Figure(filing.Filed);
            }
        }
    }

    /// <summary>Reads the uploaded file; where nothing in it was refused, it takes the place of what was pasted.</summary>
    /// <exception cref="FundRefusedException">There is none.</exception>
    /// <exception cref="TableUnreadableException">It is no table of claims.</exception>
    public async Task<ClaimSheet> ReadFileAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
    {
        Table ??= new KeptTable();
        var file = await Table.TakeAsync(Step == "pilih" ? null : File, ClaimFile.MostBytes, cancellationToken)
            ?? throw new FundRefusedException("Pilih berkas xlsx atau csv lebih dahulu.");
        var sheet = await TableTurn.RunAsync(() => ClaimFile.Read(file, services, Table.ToChoice()), cancellationToken);
        Paste = sheet.IsRefused ? Paste : sheet.ToPaste(services);
        return sheet;
    }

    /// <summary>What was typed, service by service; a service left empty is not claimed.</summary>
    /// <param name="view">Names the services.</param>
    /// <param name="form">Collects what cannot be read.</param>
    public IReadOnlyList<ClaimFiling> Filings(ClaimView view, FundForm form) =>
        [
            .. Lines
                .Where(line => !string.IsNullOrWhiteSpace(line.Cases) || !string.IsNullOrWhiteSpace(line.Amount))
                .Select(line => new ClaimFiling(
                    line.Service ?? string.Empty,
                    string.IsNullOrWhiteSpace(line.Cases)
                        ? 0
                        : form.Read(view.NameOf(line.Service ?? string.Empty), () => ClaimFile.CasesOf(line.Cases)),
                    form.Amount($"{view.NameOf(line.Service ?? string.Empty)}, diajukan", line.Amount)
                ))
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

    internal static ClaimEntryLine Of(Service service, ClaimLine? line) =>
        new()
        {
            Service = service.Code,
            Cases = line?.Cases.ToString(CultureInfo.InvariantCulture),
            Amount = line is null ? null : FundText.Figure(line.Filed),
        };
}
