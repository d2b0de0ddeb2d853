using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>Which column holds which field of a list, found by the heads.</summary>
/// <typeparam name="TField">The fields.</typeparam>
internal sealed class FieldColumns<TField>
    where TField : struct, Enum
{
    private readonly Dictionary<TField, int> places;

    private FieldColumns(HeadRow head, Dictionary<TField, int> places)
    {
        Head = head;
        this.places = places;
    }

    /// <summary>The row, or rows, of the heads.</summary>
    public HeadRow Head { get; }

    /// <summary>The columns that are read, in the order of the file.</summary>
    public IReadOnlyList<int> Columns => [.. places.Values.Distinct().Order()];

    /// <summary>The heads of the columns that are not read.</summary>
    public IEnumerable<string> UnusedHeads => Head.Texts.Where((text, column) => text.Length > 0 && !places.ContainsValue(column));

    /// <summary>The columns among the first rows of a sheet; null where the required ones are not there.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="fieldOf">The field a head names; null where it names none.</param>
    /// <param name="required">The fields a table must have.</param>
    public static FieldColumns<TField>? Find(IReadOnlyList<SheetRow> rows, Func<string, TField?> fieldOf, params TField[] required) =>
        HeadRow
            .Candidates(rows, text => fieldOf(text) is not null)
            .Select(head => new FieldColumns<TField>(head, Places(head, fieldOf)))
            .FirstOrDefault(found => required.All(found.places.ContainsKey));

    /// <summary>The columns as a person said them.</summary>
    /// <exception cref="TableUnreadableException">There is no such row, or a required field has no column.</exception>
    public static FieldColumns<TField> Choose(IReadOnlyList<SheetRow> rows, TableChoice choice, params TField[] required)
    {
        var row = rows.FirstOrDefault(row => row.Number == choice.HeadRow)
            ?? throw new TableUnreadableException($"Baris kepala {choice.HeadRow} tidak ada dalam berkas; pilih baris lain.")
            {
                ColumnsInDoubt = true,
            };
        var fields = Enum.GetValues<TField>();
        var places = choice
            .Columns.Take(fields.Length)
            .Index()
            .Where(pair => pair.Item is >= 0 and < Sheet.MostColumns)
            .ToDictionary(pair => fields[pair.Index], pair => pair.Item!.Value);
        return required.All(places.ContainsKey) && places.Values.Distinct().Count() == places.Count
            ? new FieldColumns<TField>(new HeadRow([row], row.Texts), places)
            : throw new TableUnreadableException("Tentukan satu kolom yang berlainan untuk tiap isian yang wajib.")
            {
                ColumnsInDoubt = true,
            };
    }

    /// <summary>The column of a field, counted from zero; null where it has none.</summary>
    public int? this[TField field] => places.TryGetValue(field, out var place) ? place : null;

    /// <summary>Every column whose head names the field: more than one where the heads leave open which is meant.</summary>
    public IReadOnlyList<int> Claiming(TField field, Func<string, TField?> fieldOf) =>
        [
            .. Head
                .Texts.Index()
                .Where(pair => fieldOf(pair.Item) is { } named && EqualityComparer<TField>.Default.Equals(named, field))
                .Select(pair => pair.Index),
        ];

    /// <summary>The rows below the head that are rows of the list; what is passed over is said.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rows">All its rows.</param>
    /// <param name="remarks">What is said goes here.</param>
    public IEnumerable<SheetRow> RowsBelow(Sheet sheet, IReadOnlyList<SheetRow> rows, List<string> remarks)
    {
        remarks.AddRange(sheet.HiddenColumnRemarks(Columns));
        if (UnusedHeads.ToList() is { Count: > 0 } unused)
        {
            remarks.Add($"Kolom yang tidak dibaca: {string.Join(", ", unused.Take(10))}.");
        }

        var first = true;
        var outside = new List<SheetRow>();
        foreach (var row in rows.Where(row => row.Number > Head.Last))
        {
            if (Head.IsRepeatedBy(row, Columns))
            {
                continue;
            }

            if (Columns.All(column => row[column].Length == 0 && row.KindOf(column) != CellKind.EmptyFormula))
            {
                outside.Add(row);
                continue;
            }

            if (first && Furniture.IsColumnNumbers(row, Columns))
            {
                remarks.Add(Furniture.ColumnNumbersRemark(row));
                continue;
            }

            first = false;
            if (row.IsHidden)
            {
                remarks.Add(Furniture.HiddenRowRemark(row, row.Texts.First(text => text.Length > 0)));
            }

            yield return row;
        }

        remarks.AddRange(Furniture.OutsideRemark([.. outside.Where(row => row.Texts.Any(text => text.Length > 0))]));
    }

    /// <summary>The key by which heads are compared: capitals, without full stops and without spaces around strokes.</summary>
    public static string KeyOf(string head) =>
        Spelling.Key(head).Replace(".", string.Empty, StringComparison.Ordinal).Replace(" / ", "/", StringComparison.Ordinal);

    private static Dictionary<TField, int> Places(HeadRow head, Func<string, TField?> fieldOf)
    {
        var places = new Dictionary<TField, int>();
        foreach (var (column, text) in head.Texts.Index())
        {
            if (fieldOf(text) is { } field)
            {
                places.TryAdd(field, column);
            }
        }

        return places;
    }
}
