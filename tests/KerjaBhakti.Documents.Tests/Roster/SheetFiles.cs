using System.IO.Compression;
using System.Security;
using System.Text;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>Workbooks made by hand, part by part, so that the reader is tested with what the writer never writes.</summary>
internal static class SheetFiles
{
    public const string Header =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>No</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Jabatan/SKPD/UKPD</t></is></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><t>Mei</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Juni</t></is></c></row>";

    private const string ContentTypes =
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of one sheet with rows of text; the first row is row 1, a null row is left out.</summary>
    public static byte[] Workbook(IEnumerable<string[]?> rows, params string[] merges)
    {
        var xml = string.Concat(rows.Select((row, index) => row is null ? string.Empty : Row(index + 1, row)));
        var merged =
            merges.Length == 0
                ? string.Empty
                : $"<mergeCells>{string.Concat(merges.Select(cells => $"<mergeCell ref=\"{cells}\"/>"))}</mergeCells>";
        return FromXml(xml, merged);
    }

    /// <summary>A workbook of one sheet with the XML of its rows and of what stands behind them.</summary>
    public static byte[] FromXml(string rows, string behind = "", string sharedStrings = "", string sheetName = "Sheet1") =>
        Zip(sheetName, sharedStrings, writer =>
            writer.Write(
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{behind}</worksheet>"
            )
        );

    /// <summary>A workbook whose sheet is written by the caller, as long as it likes.</summary>
    public static byte[] Zip(string sheetName, string sharedStrings, Action<StreamWriter> writeSheet)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", writer => writer.Write(ContentTypes));
            Add(archive, "_rels/.rels", writer => writer.Write(Rels(("rId1", "officeDocument", "xl/workbook.xml"))));
            Add(archive, "xl/workbook.xml", writer =>
                writer.Write(
                    $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relationships}\"><sheets><sheet name=\"{sheetName}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                )
            );
            Add(archive, "xl/_rels/workbook.xml.rels", writer =>
                writer.Write(Rels(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")))
            );
            Add(archive, "xl/sharedStrings.xml", writer =>
                writer.Write($"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sharedStrings}</sst>")
            );
            Add(archive, "xl/worksheets/sheet1.xml", writeSheet);
        }

        return stream.ToArray();
    }

    private static string Row(int number, string[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select(
                (text, column) =>
                    text.Length == 0
                        ? string.Empty
                        : $"<c r=\"{(char)('A' + column)}{number}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>"
            )
        )
        + "</row>";

    private static string Rels(params (string Id, string Type, string Target)[] relationships) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relationships.Select(item => $"<Relationship Id=\"{item.Id}\" Type=\"{Relationships}/{item.Type}\" Target=\"{item.Target}\"/>")
        )
        + "</Relationships>";

    private static void Add(ZipArchive archive, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(
            archive.CreateEntry(name, CompressionLevel.Fastest).Open(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        write(writer);
    }
}
