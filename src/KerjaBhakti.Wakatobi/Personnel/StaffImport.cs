using System.Globalization;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>A row of a list of staff as it stands in a file. Texts are as they were written; what is missing is empty.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Number">The hospital's own number.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">Where the person works; empty leaves what the register says.</param>
/// <param name="Kind">How the person is employed; empty leaves what the register says.</param>
/// <param name="Bank">The bank; empty with number and holder leaves the account.</param>
/// <param name="Account">The number of the bank account.</param>
/// <param name="Holder">Whose account it is; empty is the person's own.</param>
/// <param name="From">The first day, <c>yyyy-MM-dd</c> where it could be read; empty leaves what the register says.</param>
/// <param name="To">The last day, in the same way.</param>
public sealed record StaffRow(
    int Line,
    string Number,
    string Name,
    string Unit,
    string Kind,
    string Bank,
    string Account,
    string Holder,
    string From,
    string To
);

/// <summary>What a row of a list of staff means for the register.</summary>
public enum StaffVerdict
{
    /// <summary>Somebody is entered.</summary>
    New,

    /// <summary>The register says so already.</summary>
    Same,

    /// <summary>Something of somebody changes.</summary>
    Change,

    /// <summary>It keeps the whole file from being stored.</summary>
    Error,
}

/// <summary>A row and what was made of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record StaffLine(StaffRow Row, StaffVerdict Verdict, string Sentence)
{
    /// <summary>What the register will say; null where the row cannot be stored.</summary>
    public StaffFacts? Facts { get; init; }

    /// <summary>What is odd, and no reason to refuse it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Judges a list of staff against the register, row by row.</summary>
public static class StaffImport
{
    /// <summary>The most rows of a list.</summary>
    public const int MostRows = 5000;

    /// <summary>The verdicts, in the order of the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="register">Everybody in the register.</param>
    public static IReadOnlyList<StaffLine> Judge(IReadOnlyList<StaffRow> rows, IReadOnlyCollection<StaffMember> register)
    {
        var known = register.ToDictionary(member => member.NumberKey);
        var lines = rows.Select(row => Judge(row, known.GetValueOrDefault(StaffNumber.KeyOf(row.Number)))).ToList();
        RefuseTwice(lines);
        return Warned(lines, register);
    }

    private static StaffLine Judge(StaffRow row, StaffMember? known)
    {
        var problems = new List<string>();
        var kind = row.Kind.Length == 0 ? known?.Kind : StaffKinds.Read(row.Kind);
        if (kind is null)
        {
            problems.Add(
                row.Kind.Length == 0
                    ? "Jenis wajib diisi."
                    : $"Jenis '{row.Kind}' tidak dikenal; tulis {string.Join(", ", StaffKinds.All.Select(StaffKinds.NameOf))}."
            );
        }

        var from = DateOf(row.From, "Mulai", problems) ?? known?.From;
        if (from is null && row.From.Length == 0)
        {
            problems.Add("Mulai wajib diisi.");
        }

        var to = DateOf(row.To, "Selesai", problems) ?? known?.To;
        var account = known?.Account;
        try
        {
            account = BankAccount.Read(row.Bank, row.Account, row.Holder, row.Name) ?? account;
        }
        catch (FundRefusedException refusal)
        {
            problems.AddRange(refusal.Problems);
        }

        var unit = row.Unit.Length == 0 ? known?.Unit ?? string.Empty : row.Unit;
        var facts = new StaffFacts(row.Number, row.Name, unit, kind ?? default, account, from ?? default, to);
        try
        {
            facts = StaffMember.Enter(facts).Facts;
        }
        catch (FundRefusedException refusal)
        {
            problems.AddRange(refusal.Problems);
        }

        if (problems.Count > 0)
        {
            return new StaffLine(row, StaffVerdict.Error, string.Join(' ', problems));
        }

        if (known is null)
        {
            return new StaffLine(row, StaffVerdict.New, $"Baru: {StaffKinds.NameOf(facts.Kind)} mulai {facts.From.ToIndonesian()}.")
            {
                Facts = facts,
            };
        }

        var changes = StaffMember.Changes(known.Facts, facts);
        return changes.Length == 0
            ? new StaffLine(row, StaffVerdict.Same, "Sama dengan yang tercatat.") { Facts = facts }
            : new StaffLine(row, StaffVerdict.Change, $"Diubah: {changes}.") { Facts = facts };
    }

    private static DateOnly? DateOf(string text, string what, List<string> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add($"{what} '{text}' bukan tanggal; tulis misalnya 15 Juli 2024.");
        return null;
    }

    private static void RefuseTwice(List<StaffLine> lines)
    {
        foreach (
            var same in lines
                .Index()
                .Where(pair => pair.Item.Row.Number.Length > 0)
                .GroupBy(pair => StaffNumber.KeyOf(pair.Item.Row.Number))
                .Where(same => same.Skip(1).Any())
        )
        {
            foreach (var (index, line) in same.Skip(1))
            {
                var first = same.First().Item.Row;
                lines[index] = line with
                {
                    Verdict = StaffVerdict.Error,
                    Sentence =
                        $"Nomor '{line.Row.Number}' sama dengan '{first.Number}' ({first.Name}) pada baris {first.Line}; "
                        + "satu orang satu baris.",
                    Facts = null,
                };
            }
        }
    }

    private static List<StaffLine> Warned(List<StaffLine> lines, IReadOnlyCollection<StaffMember> register)
    {
        // What the register will say once the list is stored.
        var listed = lines.Where(line => line.Facts is not null).Select(line => line.Facts!).ToList();
        var keys = listed.Select(facts => StaffNumber.KeyOf(facts.Number)).ToHashSet();
        var everybody = register.Where(member => !keys.Contains(member.NumberKey)).Select(member => member.Facts).Concat(listed).ToList();
        var accounts = everybody.Where(facts => facts.Account is not null).ToLookup(facts => facts.Account!.Number);
        var names = everybody.ToLookup(facts => facts.Name, StringComparer.OrdinalIgnoreCase);
        return [.. lines.Select(line => line.Facts is { } facts ? line with { Warnings = [.. WarningsOf(facts, accounts, names)] } : line)];
    }

    private static IEnumerable<string> WarningsOf(StaffFacts facts, ILookup<string, StaffFacts> accounts, ILookup<string, StaffFacts> names)
    {
        if (facts.Account is { } account && accounts[account.Number].FirstOrDefault(other => other.Number != facts.Number) is { } sharer)
        {
            yield return $"Rekening {account.Masked} juga dipakai {sharer.Name} ({sharer.Number}).";
        }

        if (names[facts.Name].FirstOrDefault(other => other.Number != facts.Number) is { } namesake)
        {
            yield return $"Nama ini juga tercatat dengan nomor {namesake.Number}; periksa apakah orangnya sama.";
        }
    }
}
