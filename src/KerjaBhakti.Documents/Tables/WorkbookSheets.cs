using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace KerjaBhakti.Documents.Tables;

/// <summary>The worksheets of an xlsx file.</summary>
internal sealed class WorkbookSheets : IDisposable
{
    private const string Damaged =
        "Berkas xlsx rusak atau tidak lengkap; buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi.";

    // A mistyped hyperlink is enough for this; saving the same workbook again would keep it.
    private const string WrongLinks =
        "Buku kerja memuat tautan atau hubungan antarbagian yang salah tulis; salin tabelnya ke buku kerja baru lalu simpan sebagai .xlsx.";

    // The document is small, trusted by nobody and read once: no document type, nothing fetched.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly SpreadsheetDocument document;
    private bool uses1904;

    /// <summary>Opens a workbook; its sheets are streamed when their rows are asked for.</summary>
    /// <exception cref="TableUnreadableException">The file is no workbook, is damaged or too large.</exception>
    public WorkbookSheets(byte[] bytes)
    {
        document = Guard(() =>
        {
            WorkbookArchive.RequireModest(bytes);
            return SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        });
        var strings = new Lazy<IReadOnlyList<string>>(() => SharedStrings.Read(document.WorkbookPart?.SharedStringTablePart, Safe));
        Sheets =
        [
            .. Guard(Worksheets)
                .Select(item => new WorksheetSheet(
                    item.Name,
                    item.IsHidden,
                    uses1904,
                    () => XmlReader.Create(item.Part.GetStream(FileMode.Open, FileAccess.Read), Safe),
                    strings
                )),
        ];
    }

    /// <summary>The sheets in the order of their tabs.</summary>
    public IReadOnlyList<Sheet> Sheets { get; }

    public void Dispose() => document.Dispose();

    /// <summary>
    /// Runs one step over content from outside. The libraries below throw a dozen kinds of exceptions for damaged files; all of them mean
    /// the same to the user.
    /// </summary>
    public static T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (OpenXmlPackageException damage)
        {
            throw new TableUnreadableException(WrongLinks, damage);
        }
        catch (Exception damage) when (damage is not (TableUnreadableException or OutOfMemoryException))
        {
            throw new TableUnreadableException(Damaged, damage);
        }
    }

    private List<(string Name, bool IsHidden, WorksheetPart Part)> Worksheets()
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook part.");
        var sheets = new List<(string, bool, WorksheetPart)>();
        using var reader = XmlReader.Create(workbook.GetStream(FileMode.Open, FileAccess.Read), Safe);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                uses1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && RelationshipId(reader) is { } id
                && workbook.TryGetPartById(id, out var part)
                && part is WorksheetPart worksheet
            )
            {
                sheets.Add(
                    (reader.GetAttribute("name") ?? string.Empty, reader.GetAttribute("state") is "hidden" or "veryHidden", worksheet)
                );
            }
        }

        return sheets;
    }

    // The attribute's namespace is one of two: transitional or strict.
    private static string? RelationshipId(XmlReader reader)
    {
        string? id = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", NamespaceURI.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }
}
