using System.Globalization;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>One field of the page on which the words of an Instruction are written.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Most">The most characters of a line of it.</param>
/// <param name="Read">Its text; lists have a line for each item.</param>
/// <param name="Write">The words with another text in it.</param>
public sealed record InstructionField(
    string Name,
    string Label,
    int Most,
    Func<InstructionText, string> Read,
    Func<InstructionText, string, InstructionText> Write
)
{
    /// <summary>The most characters of a dictum.</summary>
    public const int MostOfDictum = 2000;

    /// <summary>The field of the dicta, a line for each.</summary>
    public const string Dicta = "diktum";

    /// <summary>The field that says how the annex is amended.</summary>
    public const string Way = "cara";

    /// <summary>The field with the date from which an amendment is in force, 2016-08-01; empty where it is the day of signing.</summary>
    public const string Effective = "berlaku";

    /// <summary>Every field, in the order of the page.</summary>
    public static IReadOnlyList<InstructionField> All { get; } =
    [
        new("pejabat", "Pejabat yang menginstruksikan", 200, text => text.Authority, (text, value) => text with { Authority = value }),
        new("perihal", "Tentang", Schedule.TitleLength, text => text.Subject, (text, value) => text with { Subject = value }),
        new("pembukaan", "Pembukaan", 2000, text => text.Opening, (text, value) => text with { Opening = value }),
        new("kepada", "Kepada", 1000, text => text.Addressees, (text, value) => text with { Addressees = value }),
        new(Way, "Cara mengubah lampiran", 20, text => text.Amends?.ToString() ?? string.Empty, WithWay),
        new(Dicta, "Diktum", MostOfDictum, text => Joined(text.Dicta), (text, value) => text with { Dicta = Lines(value) }),
        new("penutup", "Penutup", 1000, text => text.Closing, (text, value) => text with { Closing = value }),
        new(
            Effective,
            "Mulai berlaku",
            10,
            text => text.EffectiveOn?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty,
            (text, value) => text with { EffectiveOn = AddressValue.Date(value) }
        ),
        new("tempat", "Ditetapkan di", 100, text => text.Place, (text, value) => text with { Place = value }),
        new(
            "atas-nama",
            "Atas nama (a.n.)",
            200,
            text => text.Signatory.OnBehalfOf,
            (text, value) => text with { Signatory = text.Signatory with { OnBehalfOf = value } }
        ),
        new(
            "jabatan",
            "Jabatan penanda tangan",
            200,
            text => text.Signatory.Office,
            (text, value) => text with { Signatory = text.Signatory with { Office = value } }
        ),
        new(
            "nama",
            "Nama penanda tangan",
            200,
            text => text.Signatory.Name,
            (text, value) => text with { Signatory = text.Signatory with { Name = value } }
        ),
        new(
            "nip",
            "NIP",
            Nip.MaxLength,
            text => text.Signatory.Nip,
            (text, value) => text with { Signatory = text.Signatory with { Nip = value } }
        ),
        new("tembusan", "Tembusan", 200, text => Joined(text.Copies), (text, value) => text with { Copies = Lines(value) }),
    ];

    /// <summary>The field with a name; null where there is none.</summary>
    public static InstructionField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>A text as the field stores it: each line tidied, lists without empty lines.</summary>
    /// <exception cref="EditRefusedException">A line is too long, or there are more dicta than ordinals.</exception>
    public string Tidy(string text)
    {
        var isList = Name is Dicta or "tembusan";
        var lines = (isList ? Lines(text) : [Spelling.Tidy(text)]).ToList();
        if (lines.Find(line => line.Length > Most) is { } tooLong)
        {
            throw new EditRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"{Label} paling panjang {Most} huruf; yang Anda tulis {tooLong.Length} huruf.")
            );
        }

        if (Name == Effective && lines[0].Length > 0 && AddressValue.Date(lines[0]) is null)
        {
            throw new EditRefusedException("Tanggal mulai berlaku belum lengkap; isikan misalnya 1 Juni 2015.");
        }

        return Name == Dicta && lines.Count > InstructionText.MostDicta
            ? throw new EditRefusedException($"Instruksi memuat paling banyak {InstructionText.MostDicta} diktum.")
            : Joined(lines);
    }

    private static InstructionText WithWay(InstructionText text, string value) =>
        text with
        {
            Amends = Enum.TryParse<AmendmentWay>(value, out var way) && Enum.IsDefined(way) ? way : text.Amends,
        };

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(Spelling.Tidy).Where(line => line.Length > 0)];
}
