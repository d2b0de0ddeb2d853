using System.Globalization;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Differences;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The difference between two annexes on paper: F4 portrait, tagged PDF/A, a table for each kind of change.</summary>
public static class DifferencePdf
{
    /// <summary>The file. Safe to call from several threads at once.</summary>
    public static byte[] Write(DifferencePrint print) =>
        PdfLibrary.Exclusively(() =>
        {
            using var document = new TaggedDocument(new DocumentFacts(print.Title, print.PrintedAt));
            new DifferenceSection(print, document).Draw();
            return document.ToBytes();
        });
}

/// <summary>One difference on its way to paper.</summary>
internal sealed class DifferenceSection(DifferencePrint print, TaggedDocument document)
{
    private const double Gap = 14;
    private const double Padding = 3;

    private readonly NumberedPages pages = new(
        document,
        PageFormat.F4Portrait,
        InstructionPage.Bottom + PageFormat.Millimetres(10),
        isDraft: false
    );
    private readonly TypeStyle title = new(13, bold: true);
    private readonly TypeStyle heading = new(11, bold: true);
    private readonly TypeStyle body = new(11);
    private readonly TypeStyle cell = new(10);
    private double y = InstructionPage.Top;

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        pages.Begin();
        Paragraph(PdfBlockLevelElementTag.Heading1, TextWrap.Balance(print.Title, title, InstructionPage.Width), title, centred: true);
        y += Gap;
        Paragraph($"Semula: {print.Old}");
        Paragraph($"Menjadi: {print.New}");
        Paragraph(print.Count);
        foreach (var kind in print.Difference.Changes.GroupBy(change => change.Kind))
        {
            Kind(kind.Key, [.. kind]);
        }
    }

    private void Kind(AnnexChangeKind kind, IReadOnlyList<AnnexChange> changes)
    {
        var columns = ColumnsOf(kind);
        var width = InstructionPage.Width / columns.Sum(column => column.Share);
        var table =
            columns.Count == 0
                ? null
                : new PdfTable([.. columns.Select(column => new TableColumn(column.Heading, column.Share * width))], cell, Padding);
        var rows = table is null
            ? []
            : changes.Select(change => table.Lay([.. columns.Select(column => new TableCell(column.Text(change)))])).ToArray();

        // A heading is followed by a change on its page.
        y += Gap;
        Room(heading.LineHeight + Padding + (table is null ? body.LineHeight : table.HeaderHeight + rows[0].Height));
        Paragraph(
            PdfBlockLevelElementTag.Heading2,
            TextWrap.Wrap(
                string.Create(CultureInfo.InvariantCulture, $"{kind.Heading()} ({changes.Count})"),
                heading,
                InstructionPage.Width
            ),
            heading
        );
        y += Padding;
        if (table is not null)
        {
            Table(table, rows);
            return;
        }

        foreach (var change in changes)
        {
            Paragraph(change.Sentence);
        }
    }

    /// <summary>A table from here on, its header repeated on every page.</summary>
    private void Table(PdfTable table, TableRow[] rows) => document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            for (var first = 0; first < rows.Length;)
            {
                var bottom = y + table.HeaderHeight + rows[first].Height;
                var last = first;
                while (last + 1 < rows.Length && bottom + rows[last + 1].Height <= InstructionPage.Bottom)
                {
                    bottom += rows[++last].Height;
                }

                y = table.Draw(document, InstructionPage.Left, y, [.. rows.Take(first..(last + 1))], continued: first > 0);
                first = last + 1;
                if (first < rows.Length)
                {
                    NextPage();
                }
            }
        });

    private void Paragraph(string text) =>
        Paragraph(PdfBlockLevelElementTag.Paragraph, TextWrap.Wrap(text, body, InstructionPage.Width), body);

    private void Paragraph(PdfBlockLevelElementTag tag, IReadOnlyList<TextLine> lines, TypeStyle style, bool centred = false)
    {
        Room(lines.Count * style.LineHeight);
        document.Element(tag, () =>
        {
            foreach (var line in lines)
            {
                var indent = centred ? (InstructionPage.Width - line.Width) / 2 : 0;
                document.Text(line.Text, style, InstructionPage.Left + indent, y + style.Baseline);
                y += style.LineHeight;
            }
        });
    }

    /// <summary>Goes to the next page where so much does not fit here.</summary>
    private void Room(double height)
    {
        if (y + height > InstructionPage.Bottom)
        {
            NextPage();
        }
    }

    private void NextPage()
    {
        pages.Begin();
        y = InstructionPage.Top;
    }

    /// <summary>The columns of a kind, with their share of the width; none where a sentence says it all.</summary>
    private static IReadOnlyList<(string Heading, double Share, Func<AnnexChange, string> Text)> ColumnsOf(AnnexChangeKind kind)
    {
        (string, double, Func<AnnexChange, string>) number = ("No.", 1, change =>
            change.Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty
        );
        (string, double, Func<AnnexChange, string>) label = ("Jabatan/SKPD/UKPD", 5, change => change.Label);
        (string, double, Func<AnnexChange, string>) month = ("Bulan", 2.3, change => change.Month?.Name ?? string.Empty);
        (string, double, Func<AnnexChange, string>) before = ("Semula", 3, change => change.Before);
        (string, double, Func<AnnexChange, string>) after = ("Menjadi", 3, change => change.After);
        return kind switch
        {
            AnnexChangeKind.Year or AnnexChangeKind.MonthAdded or AnnexChangeKind.MonthDropped => [],
            AnnexChangeKind.RowAdded => [number, label, ("Bertugas di", 8, change => change.After)],
            AnnexChangeKind.RowRemoved => [number, label, ("Semula bertugas di", 8, change => change.Before)],
            AnnexChangeKind.RowRenamed => [number, before with { Item2 = 6.5 }, after with { Item2 = 6.5 }],
            AnnexChangeKind.RowMoved =>
            [
                label with
                {
                    Item2 = 8,
                },
                ("Semula baris", 3, change => change.Before),
                ("Menjadi baris", 3, change => change.After),
            ],
            AnnexChangeKind.Region => [number, label, before with { Item2 = 4 }, after with { Item2 = 4 }],
            AnnexChangeKind.Kecamatan or AnnexChangeKind.Spelling => [number, label, month, before, after],
        };
    }
}
