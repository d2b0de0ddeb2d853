using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// A file that holds tables: a workbook, or text with separators; told apart by content, never by name. Every reader of the portal begins
/// here.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private readonly IDisposable? document;

    private TableFile(IReadOnlyList<Sheet> sheets, IDisposable? document)
    {
        Sheets = sheets;
        this.document = document;
    }

    /// <summary>The sheets in the order of their tabs, hidden ones included; one of a text file.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>The sheets a person who opens the file can see. No other is ever read.</summary>
    public IEnumerable<Sheet> Visible => Sheets.Where(sheet => !sheet.IsHidden);

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <exception cref="TableUnreadableException">It is no table, is damaged, or larger than such a table can be; also thrown while rows
    /// are read.</exception>
    public static TableFile Open(byte[] bytes, int most)
    {
        if (bytes.Length == 0)
        {
            throw new TableUnreadableException("Berkas kosong (0 byte); pilih berkas xlsx atau csv.");
        }

        if (bytes.Length > most)
        {
            throw new TableUnreadableException(
                $"Berkas lebih besar dari {most / 1024 / 1024} MB; salin tabelnya ke buku kerja baru, tanpa gambar dan lembar lain, lalu simpan ulang."
            );
        }

        switch (FileContent.Recognize(bytes))
        {
            case FileContent.Kind.Workbook:
                var workbook = new WorkbookSheets(bytes);
                return new TableFile(workbook.Sheets, workbook);
            case FileContent.Kind.Text:
                return new TableFile([new CsvSheet(TextContent.Decode(bytes))], document: null);
            default:
                throw new TableUnreadableException(FileContent.Refusal(bytes));
        }
    }

    /// <summary>The sheets that may be meant: the visible ones, or the one that was named.</summary>
    /// <exception cref="TableUnreadableException">There is no visible sheet, or none of that name.</exception>
    public IReadOnlyList<Sheet> Candidates(string? name)
    {
        if (name is null)
        {
            return Visible.Any()
                ? [.. Visible]
                : throw new TableUnreadableException(
                    "Semua lembar berkas ini tersembunyi; tampilkan lembar yang berisi tabel lalu simpan ulang."
                );
        }

        var named = Sheets.Where(sheet => Spelling.Key(sheet.Name) == Spelling.Key(name)).ToList();
        return named switch
        {
            [{ IsHidden: false } only] => [only],
            [_, ..] => throw new TableUnreadableException($"Lembar '{name}' tersembunyi di berkas; tampilkan lebih dahulu."),
            [] => throw new TableUnreadableException($"Lembar '{name}' tidak ada dalam berkas; yang ada: {Names(Visible)}."),
        };
    }

    /// <summary>What to say of the sheets nobody can see.</summary>
    public IEnumerable<string> HiddenSheetRemarks() =>
        Sheets.Where(sheet => sheet.IsHidden).Select(sheet => $"Lembar '{sheet.Name}' tersembunyi di berkas dan tidak dibaca.");

    /// <summary>The one sheet that has the table, where each that has it was found.</summary>
    /// <exception cref="TableUnreadableException">Several have it, so that a person must choose.</exception>
    public static TFound Only<TFound>(IReadOnlyList<(Sheet Sheet, TFound Found)> found) =>
        found.Count == 1 ? found[0].Found : throw Choice([.. found.Select(item => item.Sheet)]);

    /// <summary>Asks which of several sheets is meant.</summary>
    public static TableUnreadableException Choice(IReadOnlyList<Sheet> sheets) =>
        new(
            $"Berkas memuat beberapa lembar yang dapat dibaca: {Names(sheets)}. Pilih satu lembar (pada perintah: --sheet NAMA), atau hapus yang lain."
        )
        {
            Sheets = [.. sheets.Select(sheet => sheet.Name ?? string.Empty)],
        };

    public void Dispose() => document?.Dispose();

    private static string Names(IEnumerable<Sheet> sheets) => string.Join(", ", sheets.Select(sheet => $"'{sheet.Name}'"));
}
