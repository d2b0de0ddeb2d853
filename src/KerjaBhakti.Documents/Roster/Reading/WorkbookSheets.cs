using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The worksheets of an xlsx file.</summary>
internal static class WorkbookSheets
{
    private const string Damaged = "Berkas xlsx rusak atau tidak lengkap; buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi.";

    // A mistyped hyperlink is enough for this; saving the same workbook again would keep it.
    private const string WrongLinks = "Buku kerja memuat tautan atau hubungan antarbagian yang salah tulis; salin tabelnya ke buku kerja baru lalu simpan sebagai .xlsx.";

    // The document is small, trusted by nobody and read once: no document type, nothing fetched.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The sheets in the order of their tabs, each streamed while it is enumerated.</summary>
    /// <exception cref="AnnexUnreadableException">The file is no workbook, is damaged or too large; thrown while enumerating as well.</exception>
    public static IEnumerable<Sheet> Open(byte[] bytes)
    {
        using var document = Guard(() =>
        {
            WorkbookArchive.RequireModest(bytes);
            return SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        });
        var strings = new Lazy<IReadOnlyList<string>>(() => SharedStrings.Read(document.WorkbookPart?.SharedStringTablePart, Safe));
        foreach (var (name, part) in Guard(() => Worksheets(document)))
        {
            yield return new WorksheetSheet(name, () => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Safe), strings);
        }
    }

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
            throw new AnnexUnreadableException(WrongLinks, damage);
        }
        catch (Exception damage) when (damage is not (AnnexUnreadableException or OutOfMemoryException))
        {
            throw new AnnexUnreadableException(Damaged, damage);
        }
    }

    private static List<(string Name, WorksheetPart Part)> Worksheets(SpreadsheetDocument document)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook part.");
        var sheets = new List<(string, WorksheetPart)>();
        using var reader = XmlReader.Create(workbook.GetStream(FileMode.Open, FileAccess.Read), Safe);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && RelationshipId(reader) is { } id
                && workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                sheets.Add((reader.GetAttribute("name") ?? string.Empty, worksheet));
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
