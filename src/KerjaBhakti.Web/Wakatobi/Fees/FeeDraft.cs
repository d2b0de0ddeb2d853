using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>A distribution as it is typed: a what-if that stores nothing.</summary>
internal sealed class FeeDraft
{
    /// <summary>The longest list of staff and points, in characters; two thousand staff in ten components take about as many.</summary>
    public const int StaffLength = 1024 * 1024;

    /// <summary>The most components.</summary>
    public const int MostComponents = 20;

    private IReadOnlyList<string> remarks = [];

    /// <summary>The number or name of the decree's draft.</summary>
    public string? Number { get; set; }

    /// <summary>What is distributed, as people write amounts.</summary>
    public string? Pool { get; set; }

    /// <summary>The components; rows left empty do not count.</summary>
    public List<FeeDraftComponent>? Components { get; set; }

    /// <summary>Staff and points, pasted from a spreadsheet or as csv.</summary>
    public string? Staff { get; set; }

    /// <summary>A workbook or csv that takes the place of <see cref="Staff"/>.</summary>
    public IFormFile? File { get; set; }

    /// <summary>The claim months, as <c>2024-04</c>.</summary>
    public List<string>? Months { get; set; }

    /// <summary>The day it shall be paid: the deductions are those in force then.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>Part of a name or a staff number: only those lines of the preview are shown.</summary>
    public string? Search { get; set; }

    /// <summary>
    /// What the button that was pressed asks for: a verb, and where it needs one a number: <c>siapkan</c>, <c>lepas:1</c>.
    /// </summary>
    public string? Step { get; set; }

    /// <summary>The what-ifs that are kept, each as <see cref="FeeKept.Pack"/> writes it.</summary>
    public List<string>? Kept { get; set; }

    /// <summary>The name to keep this what-if under.</summary>
    public string? KeepAs { get; set; }

    /// <summary>Which what-if is compared: the place of a kept one, or empty for what is typed.</summary>
    public string? Before { get; set; }

    /// <summary>With which it is compared.</summary>
    public string? After { get; set; }

    /// <summary>The order of the people in the comparison.</summary>
    public FeeOrder Order { get; set; }

    /// <summary>The <see cref="Fingerprint"/> of what the preview was calculated from; empty where there is none.</summary>
    public string? Shown { get; set; }

    /// <summary>What was passed over or is odd in the list of staff, once it was read.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Tells whether something was typed since the preview.</summary>
    public string Fingerprint
    {
        get
        {
            var components = (Components ?? []).Select(component => $"{component.Code}\n{component.Share}\n{component.Method}");
            string?[] typed = [Number, Pool, .. components, .. Months ?? [], $"{PaidOn:O}", Lines(Staff)];
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n\n", typed))));
        }
    }

    /// <summary>The verb of <see cref="Step"/>.</summary>
    public string Verb => Step?.Split(':')[0] ?? string.Empty;

    /// <summary>The number of <see cref="Step"/>, from 0; 0 where it has none.</summary>
    public int StepNumber =>
        Step?.Split(':') is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : 0;

    /// <summary>Takes the uploaded file in place of what was pasted, so that it is seen and stays.</summary>
    /// <exception cref="FundRefusedException">It is too large, or no table of staff.</exception>
    public async Task TakeFileAsync(CancellationToken cancellationToken)
    {
        if (File is not { Length: > 0 } file)
        {
            return;
        }

        if (file.Length > StaffLength)
        {
            throw new FundRefusedException("Berkas pegawai paling besar 1 MB.");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        try
        {
            (Staff, remarks) = StaffPointsFile.ToText(bytes.ToArray());
        }
        catch (TableUnreadableException unreadable)
        {
            throw new FundRefusedException(unreadable.Message);
        }
    }

    /// <summary>The claim months that can be read, in order.</summary>
    public IReadOnlyList<FiscalMonth> ReadMonths() =>
        [.. (Months ?? []).Select(FundText.ReadMonth).OfType<FiscalMonth>().Distinct().Order()];

    /// <summary>Calculates the distribution.</summary>
    /// <param name="register">Who has which number and name; null asks nobody.</param>
    /// <exception cref="FundRefusedException">Something typed is wrong; says all that can be known at once.</exception>
    public FeeCalculation Calculate(StaffRegister? register = null)
    {
        var problems = new List<string>();
        var pool = Try(() => Rupiah.Parse(Pool), "Jumlah yang dibagikan: ", problems);
        var components = ReadComponents(problems);
        var decree = components is null
            ? null
            : Try(() => new FeeDecree(Number?.Trim() ?? string.Empty, components), string.Empty, problems);
        var staff = Try(ReadStaff, string.Empty, problems);
        if (problems.Count > 0)
        {
            throw new FundRefusedException(problems);
        }

        // As it was written first: what stands twice or in two spellings is refused before the register makes one of it.
        var calculation = FeeCalculation.Of(pool, decree!, staff!);
        return register is null or { IsEmpty: true } ? calculation : FeeCalculation.Of(pool, decree!, Known(staff!, register));
    }

    /// <summary>The staff by the numbers and names of the register; a name that differs is said.</summary>
    private List<StaffPoints> Known(IReadOnlyList<StaffPoints> staff, StaffRegister register)
    {
        remarks =
        [
            .. remarks,
            .. staff
                .DistinctBy(line => line.StaffId)
                .Select(line => (Line: line, Member: register.Find(line.StaffId)))
                .Where(pair => pair.Member is { } member && !string.Equals(member.Name, pair.Line.Name, StringComparison.OrdinalIgnoreCase))
                .Select(pair =>
                    $"Nomor {pair.Member!.Number}: '{pair.Line.Name}' dalam daftar ini, '{pair.Member.Name}' dalam daftar pegawai; "
                    + "yang dipakai yang terakhir."
                ),
        ];
        return
        [
            .. staff.Select(line =>
                register.Find(line.StaffId) is { } member ? line with { StaffId = member.Number, Name = member.Name } : line
            ),
        ];
    }

    /// <summary>The components as typed.</summary>
    /// <exception cref="FundRefusedException">A share cannot be read, or there is no component.</exception>
    public IReadOnlyList<FeeComponent> ReadComponents()
    {
        var problems = new List<string>();
        var components = ReadComponents(problems);
        return problems.Count > 0 ? throw new FundRefusedException(problems)
            : components is { Count: > 0 } read ? read
            : throw new FundRefusedException("Isikan dahulu komponen keputusan.");
    }

    /// <summary>The what-ifs that are kept and can be read.</summary>
    public IReadOnlyList<FeeKept> Simulations => [.. (Kept ?? []).Take(FeeKept.Most).Select(FeeKept.Unpack).OfType<FeeKept>()];

    /// <summary>Keeps this what-if under the name that was typed, beside those that are kept already.</summary>
    /// <exception cref="FundRefusedException">There is no name, it is taken, or there are too many.</exception>
    public void Keep()
    {
        var kept = Simulations;
        var name = KeepAs?.Trim() ?? string.Empty;
        var problem = name switch
        {
            { Length: 0 or > FeeKept.NameLength } => $"Nama simulasi harus diisi, paling panjang {FeeKept.NameLength} huruf.",
            _ when kept.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) =>
                $"Simulasi '{name}' sudah ada; pilih nama lain atau lepaskan yang lama.",
            _ when kept.Count >= FeeKept.Most => $"Paling banyak {FeeKept.Most} simulasi disimpan sekaligus; lepaskan salah satu.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new FundRefusedException(problem);
        }

        (Kept ??= []).Add(new FeeKept(name, Number, Pool, [.. (Components ?? []).Where(component => !component.IsEmpty)], Staff).Pack());
        (KeepAs, Before, After) = (null, (Kept.Count - 1).ToString(CultureInfo.InvariantCulture), null);
    }

    /// <summary>Lets go of what is too many or cannot be read, so that places count what is shown.</summary>
    public void DropUnreadable()
    {
        // Cut before anything is unpacked: each of them may be megabytes.
        Kept = Kept?.Take(FeeKept.Most).Where(packed => FeeKept.Unpack(packed) is not null).ToList();
    }

    /// <summary>Lets go of a kept what-if; one that is gone already stays so.</summary>
    public void Release(int place)
    {
        if (place < Kept?.Count)
        {
            Kept.RemoveAt(place);
        }

        (Before, After) = (null, null);
    }

    /// <summary>Types a kept what-if into the form again.</summary>
    /// <exception cref="FundRefusedException">There is none in that place.</exception>
    public void Use(int place)
    {
        var kept = KeptAt(place);
        (Number, Pool, Components, Staff) = (kept.Number, kept.Pool, kept.Components, kept.Staff);
    }

    /// <summary>Compares the two what-ifs that were chosen.</summary>
    /// <exception cref="FundRefusedException">Something typed is wrong, or both are the same one.</exception>
    public FeeDraftComparison Compare()
    {
        if (Before == After)
        {
            throw new FundRefusedException("Pilih dua simulasi yang berlainan untuk dibandingkan.");
        }

        var (before, after) = (Chosen(Before), Chosen(After));
        return new FeeDraftComparison(before.Name, after.Name, FeeComparison.Of(before.Draft.Calculate(), after.Draft.Calculate()));
    }

    private (string Name, FeeDraft Draft) Chosen(string? place)
    {
        if (string.IsNullOrEmpty(place))
        {
            return ("Isian sekarang", this);
        }

        var kept = KeptAt(int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue);
        return (kept.Name, kept.ToDraft());
    }

    private FeeKept KeptAt(int place) =>
        Simulations is var kept && place < kept.Count ? kept[place] : throw new FundRefusedException("Simulasi itu tidak ada lagi.");

    /// <summary>The components as typed; null where a share cannot be read, since their sum would say nothing then.</summary>
    private List<FeeComponent>? ReadComponents(List<string> problems)
    {
        var typed = (Components ?? []).Where(component => !component.IsEmpty).ToList();
        if (typed.Count > MostComponents)
        {
            problems.Add($"Keputusan paling banyak memuat {MostComponents} komponen.");
            return null;
        }

        var components = new List<FeeComponent>();
        foreach (var component in typed)
        {
            // The comma is what people here write; files for machines have the full stop.
            if (Percent.TryParse(component.Share?.Trim().Replace(',', '.'), out var share))
            {
                components.Add(new FeeComponent(component.Code?.Trim() ?? string.Empty, share, component.Method));
            }
            else
            {
                problems.Add(
                    $"Komponen '{component.Code}': bagian '{component.Share}' bukan persen dari 0 sampai 100; tulis misalnya 60 atau 12,5."
                );
            }
        }

        return components.Count == typed.Count ? components : null;
    }

    private IReadOnlyList<StaffPoints> ReadStaff()
    {
        var text = Lines(Staff);
        return text switch
        {
            { Length: > StaffLength } => throw new FundRefusedException("Daftar pegawai paling panjang sekitar satu juta huruf."),
            _ when string.IsNullOrWhiteSpace(text) => throw new FundRefusedException("Daftar pegawai dan poin belum diisi."),
            _ => Said(StaffPointsFile.ReadText(text)),
        };
    }

    private IReadOnlyList<StaffPoints> Said(StaffPointsList list)
    {
        remarks = [.. remarks, .. list.Remarks];
        return list.Staff;
    }

    /// <summary>A browser posts what is typed in a form with the line ends of Windows.</summary>
    internal static string Lines(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n");

    private static T? Try<T>(Func<T> read, string where, List<string> problems)
    {
        try
        {
            return read();
        }
        catch (FundRefusedException refusal)
        {
            problems.AddRange(refusal.Problems.Select(problem => where + problem));
            return default;
        }
    }
}

/// <summary>A component as it is typed.</summary>
internal sealed class FeeDraftComponent
{
    /// <summary>Its code.</summary>
    public string? Code { get; set; }

    /// <summary>Its share in percent.</summary>
    public string? Share { get; set; }

    /// <summary>How it is divided.</summary>
    public FeeMethod Method { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Share);
}

/// <summary>Two what-ifs by name and what differs.</summary>
/// <param name="Before">The name of the first.</param>
/// <param name="After">The name of the second.</param>
/// <param name="Comparison">What differs.</param>
internal sealed record FeeDraftComparison(string Before, string After, FeeComparison Comparison);
