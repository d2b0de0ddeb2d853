using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Importing;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The numbers of an annex's rows, as they stand in their column: figures, Roman numerals throughout, or none at all.</summary>
/// <param name="Numbers">The number of each row; null where nobody can tell.</param>
/// <param name="ByOrder">Whether no row has one, so that they are numbered by their order.</param>
/// <param name="AreRoman">Whether they are Roman numerals.</param>
internal sealed record AnnexNumbers(IReadOnlyList<int?> Numbers, bool ByOrder, bool AreRoman)
{
    /// <summary>Reads them.</summary>
    /// <param name="texts">The text of each row in the column of numbers.</param>
    public static AnnexNumbers Read(IReadOnlyList<string> texts)
    {
        if (texts.All(text => text.Length == 0))
        {
            return new AnnexNumbers([.. texts.Select((_, index) => (int?)(index + 1))], ByOrder: texts.Count > 0, AreRoman: false);
        }

        var roman = texts.Where(text => text.Length > 0).All(text => Furniture.Roman(text) is not null);
        return new AnnexNumbers(
            [.. texts.Select(text => roman ? Furniture.Roman(text) : AnnexTableReader.NumberOf(text))],
            ByOrder: false,
            roman
        );
    }

    /// <summary>What nobody can tell of the numbers, row by row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="table">Knows what stands in them.</param>
    public IEnumerable<RowDoubt> Doubts(IReadOnlyList<SheetRow> rows, AnnexTableReader table)
    {
        var highest = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, text) = (rows[index], table.NumberText(rows[index]));
            if (Numbers[index] is not { } number)
            {
                if (text.Length > 0)
                {
                    yield return new RowDoubt(
                        index,
                        $"Baris {row.Number} berkas: nomor '{Short(text)}' bukan angka; tulis angka urut.",
                        IsOfNumber: true
                    );
                }
                else if (row.IsHidden)
                {
                    yield return new RowDoubt(
                        index,
                        $"Baris {row.Number} berkas ({table.Label(row)}) tidak bernomor dan tersembunyi di berkas; tampilkan, lalu hapus atau beri nomor.",
                        IsOfNumber: true
                    );
                }
            }
            else if (number == 1 && highest > 1 && !ByOrder)
            {
                yield return new RowDoubt(
                    index,
                    $"Baris {row.Number} berkas ({table.Label(row)}): penomoran mulai lagi dari 1; lanjutkan dengan {highest + 1} dan seterusnya.",
                    IsOfNumber: true
                );
            }

            highest = Math.Max(highest, Numbers[index] ?? 0);
        }
    }

    private static string Short(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
}
