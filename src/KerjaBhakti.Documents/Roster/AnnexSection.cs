using System.Globalization;
using KerjaBhakti.Documents.Shared;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The pages of one annex, in a document of their own or after the Instruction: a method for each part of the page.</summary>
internal sealed class AnnexSection
{
    private const double HeadingWidth = 262;
    private const double SignatureWidth = 250;
    private const double SignatureGap = 14;

    private readonly AnnexPrint print;
    private readonly TypeStyle body = new(11);
    private readonly IReadOnlyList<TextLine> authority;
    private readonly IReadOnlyList<TextLine> title;
    private readonly SignatureBlock signature;
    private readonly AnnexTable table;

    public AnnexSection(AnnexPrint print)
    {
        this.print = print;
        authority = TextWrap.Wrap($"Instruksi {Blanks.Or(print.Instruction?.Authority, Blanks.HeadOffice(Date))}", body, HeadingWidth);
        title = TextWrap.Balance(print.Title, body, AnnexPage.Width);
        signature = SignatoryBlock.Of(print.Instruction?.Signatory, Date, print.ShowNip, body, SignatureWidth);
        table = AnnexTable.Fit(print.Annex);
        Pages = print.Checks is { } checks
            ? Follow(checks)
            : Pagination.Split(
                [.. table.Rows.Select(row => row.Height)],
                AnnexPage.Bottom - FirstTableTop - table.HeaderHeight,
                AnnexPage.Bottom - AnnexPage.Top - table.HeaderHeight,
                SignatureGap + signature.Height
            );
    }

    /// <summary>The rows of each page.</summary>
    public IReadOnlyList<Range> Pages { get; }

    // Offices are called as they were on it.
    private DateOnly Date => print.Instruction?.IssuedOn ?? print.Annex.Period.First.FirstDay;

    private double HeadingHeight => ((authority.Count + 2) * body.LineHeight) + 4;

    private double TitleTop => AnnexPage.Top + HeadingHeight + 14;

    private double FirstTableTop => TitleTop + (title.Count * body.LineHeight) + 12;

    /// <summary>Adds the annex to a document, on pages of its own numbered from one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isPart">Whether the document has its heading already; the title is then a heading of the second level.</param>
    public void Draw(TaggedDocument document, bool isPart)
    {
        var pages = new NumberedPages(document, PageFormat.F4Landscape, AnnexPage.NumberBaseline, print.IsDraft);
        pages.Begin();
        Heading(document);
        Title(document, isPart ? PdfBlockLevelElementTag.Heading2 : PdfBlockLevelElementTag.Heading1);
        var bottom = Table(document, pages);
        signature.Draw(document, AnnexPage.Right - SignatureWidth, bottom + SignatureGap);
    }

    private IReadOnlyList<Range> Follow(IReadOnlyList<PageCheck> checks)
    {
        var next = 0;
        foreach (var check in checks)
        {
            if (check.FirstRow != next || check.LastRow < check.FirstRow - 1)
            {
                throw new ArgumentException($"A page check begins with row {check.FirstRow}, not {next}.", nameof(checks));
            }

            next = check.LastRow + 1;
        }

        return next == table.Rows.Count && checks.Count > 0
            ? [.. checks.Select(check => check.FirstRow..(check.LastRow + 1))]
            : throw new ArgumentException($"The page checks hold {next} rows, the annex {table.Rows.Count}.", nameof(checks));
    }

    /// <summary>"Lampiran : Instruksi Gubernur …" at the right, its number and date under it.</summary>
    private void Heading(TaggedDocument document)
    {
        var hanging = body.WidthOf("Lampiran : ");
        var values = hanging + body.WidthOf("Tanggal  ");
        var left = AnnexPage.Right - hanging - HeadingWidth;
        var baseline = AnnexPage.Top + body.Baseline;

        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            document.Text("Lampiran : ", body, left, baseline);
            foreach (var line in authority)
            {
                document.Text(line.Text, body, left + hanging, baseline);
                baseline += body.LineHeight;
            }
        });

        baseline += 4;
        var instruction = print.Instruction;
        var number = instruction?.Number.ToString(CultureInfo.InvariantCulture) ?? Blanks.Number;
        Labelled("Nomor ", string.Create(CultureInfo.InvariantCulture, $"{number} TAHUN {instruction?.Year ?? print.Annex.Period.Year}"));
        Labelled("Tanggal ", instruction is null ? Blanks.Line : IndonesianDate.InWords(instruction.IssuedOn));

        void Labelled(string label, string value)
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            {
                document.Text(label, body, left + hanging, baseline);
                document.Text(value, body, left + values, baseline);
            });
            baseline += body.LineHeight;
        }
    }

    private void Title(TaggedDocument document, PdfBlockLevelElementTag tag) => document.Element(tag, () =>
        {
            var baseline = TitleTop + body.Baseline;
            foreach (var line in title)
            {
                document.Text(line.Text, body, AnnexPage.Left + ((AnnexPage.Width - line.Width) / 2), baseline);
                baseline += body.LineHeight;
            }
        });

    /// <summary>The table over all pages; returns where it ends on the last one.</summary>
    private double Table(TaggedDocument document, NumberedPages numbered)
    {
        var bottom = 0d;
        document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            var continued = false;
            for (var page = 0; page < Pages.Count; page++)
            {
                if (page > 0)
                {
                    numbered.Begin();
                }

                bottom = page == 0 ? FirstTableTop : AnnexPage.Top;
                var rows = table.Rows.Take(Pages[page]).ToArray();
                if (rows.Length > 0 || page == Pages.Count - 1)
                {
                    bottom = table.Draw(document, bottom, rows, continued);
                    continued = true;
                }

                if (!print.IsDraft && print.Checks is { } checks)
                {
                    PageCheckBox.Draw(document, checks[page]);
                }
            }
        });
        return bottom;
    }
}
