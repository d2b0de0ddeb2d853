using System.Globalization;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Instructions;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The margins of the Instruction on F4 portrait, as positions in points.</summary>
internal static class InstructionPage
{
    /// <summary>The left margin, wider for the file it is kept in.</summary>
    public static readonly double Left = PageFormat.Millimetres(30);

    /// <summary>The top margin.</summary>
    public static readonly double Top = PageFormat.Millimetres(20);

    /// <summary>The right edge of the type area.</summary>
    public static readonly double Right = PageFormat.F4Portrait.Width - PageFormat.Millimetres(22);

    /// <summary>The bottom edge of the type area; the page number stands below.</summary>
    public static readonly double Bottom = PageFormat.F4Portrait.Height - PageFormat.Millimetres(22);

    /// <summary>The width of the type area.</summary>
    public static double Width => Right - Left;
}

/// <summary>The pages of one Instruction: a method for each part.</summary>
internal sealed class InstructionSection
{
    private const double SignatureWidth = 236;

    // Narrower than the text, so that no heading looks like a line of it.
    private const double HeadingWidth = 420;
    private const double Wide = 18;
    private const double Narrow = 7;
    private const double Tight = 2;

    private readonly InstructionPrint print;
    private readonly TypeStyle body = new(12, leading: 1.25);
    private readonly TypeStyle bold = new(12, bold: true, leading: 1.25);
    private readonly TypeStyle letterhead = new(14, bold: true, leading: 1.25);
    private readonly string authority;
    private readonly string subject;
    private readonly string number;
    private readonly string year;
    private readonly SignatureBlock signature;

    public InstructionSection(InstructionPrint print)
    {
        if (print.Text.Dicta.Count > InstructionText.MostDicta)
        {
            throw new ArgumentException(
                $"An Instruction has {InstructionText.MostDicta} dicta at most, not {print.Text.Dicta.Count}.",
                nameof(print)
            );
        }

        this.print = print;
        authority = Blanks.Or(print.Text.Authority, Blanks.HeadOffice(print.NamesOn));
        subject = Blanks.Or(print.Text.Subject, Blanks.Line);
        number = print.Number?.ToString(CultureInfo.InvariantCulture) ?? Blanks.Number;
        year = print.IssuedOn?.Year.ToString(CultureInfo.InvariantCulture) ?? Blanks.Number;
        signature = SignatoryBlock.Of(print.Text.Signatory, print.NamesOn, print.ShowNip, body, SignatureWidth);
    }

    /// <summary>What a viewer shows in place of the file's name.</summary>
    public string Title => $"Instruksi {authority} Nomor {number} Tahun {year} tentang {subject}";

    private static double SignatureLeft => InstructionPage.Right - SignatureWidth;

    /// <summary>The closing sentence, place and date, the signatory: kept together and with the end of the text before.</summary>
    private double ClosingHeight(IReadOnlyList<TextLine> closing) =>
        (closing.Count * body.LineHeight) + Wide + Wide + (2 * body.LineHeight) + Wide + signature.Height;

    /// <summary>Adds the Instruction to a document, on pages of its own numbered from one.</summary>
    public void Draw(TaggedDocument document)
    {
        var pages = new NumberedPages(document, PageFormat.F4Portrait, InstructionPage.Bottom + PageFormat.Millimetres(10), print.IsDraft);
        pages.Begin();
        var position = Heading(document);
        position = Text(document, pages, position);
        position = Closing(document, position);
        Copies(document, pages, position);
    }

    /// <summary>
    /// The institution, what the document is, its number, its subject and the office that instructs; returns where they end.
    /// </summary>
    private double Heading(TaggedDocument document)
    {
        var y = InstructionPage.Top;
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            Centred(AuthorityName.InstitutionOf(authority).ToUpperInvariant(), letterhead)
        );
        y += Wide;
        document.Element(PdfBlockLevelElementTag.Heading1, () =>
        {
            Centred($"INSTRUKSI {authority.ToUpperInvariant()}", bold, continues: true);
            y += Narrow;
            Centred($"NOMOR {number} TAHUN {year}", bold, continues: true);
            y += Narrow;
            Centred("TENTANG", bold, continues: true);
            y += Narrow;
            Centred(subject, bold);
        });
        y += Wide;
        document.Element(PdfBlockLevelElementTag.Paragraph, () => Centred($"{authority.ToUpperInvariant()},", bold));
        return y;

        void Centred(string text, TypeStyle style, bool continues = false)
        {
            foreach (var line in TextWrap.Balance(text, style, HeadingWidth))
            {
                // The words of one heading stay apart for whoever hears it read as one.
                var spoken = continues && !line.Text.EndsWith(' ') ? $"{line.Text} " : line.Text;
                document.Text(spoken, style, InstructionPage.Left + ((InstructionPage.Width - line.Width) / 2), y + style.Baseline);
                y += style.LineHeight;
            }
        }
    }

    /// <summary>The opening, Kepada, Untuk and the dicta over as many pages as they need; returns where they end on the last one.</summary>
    private double Text(TaggedDocument document, NumberedPages pages, double top)
    {
        var text = print.Text;
        var ordinals = text.Dicta.Select((_, index) => DictumOrdinal.Of(index + 1)).ToArray();
        var colon = InstructionPage.Left + ordinals.Append("Kepada").Max(label => bold.WidthOf(label)) + 10;
        var left = colon + 14;

        var flow = new TextFlow(pages, top, InstructionPage.Top, InstructionPage.Bottom);
        var opening = Add(text.Opening, InstructionPage.Left, Wide);
        var addressees = Add(text.Addressees, left, Wide);
        var purpose = flow.Add(new FlowParagraph([], body, left, Narrow) { KeepsWithNext = text.Dicta.Count > 0 });
        var dicta = text.Dicta.Select(Dictum).ToArray();
        flow.Break(ClosingHeight(ClosingLines()));

        flow.Begin(opening);
        document.Element(PdfBlockLevelElementTag.Paragraph, () => flow.Draw(document, opening));
        document.Element(PdfBlockLevelElementTag.List, () =>
        {
            Item("Kepada", addressees, () => flow.Draw(document, addressees));
            Item("Untuk", purpose, () =>
            {
                flow.Leave(purpose);
                if (dicta.Length > 0)
                {
                    document.Element(PdfBlockLevelElementTag.List, () =>
                    {
                        foreach (var (ordinal, dictum) in ordinals.Zip(dicta))
                        {
                            Item(ordinal, dictum[0], () => Draw(dictum));
                        }
                    });
                }
            });
        });
        return flow.Position;

        FlowParagraph Add(string words, double at, double spaceBefore) =>
            flow.Add(
                new FlowParagraph(TextWrap.Wrap(Blanks.Or(words, Blanks.Line), body, InstructionPage.Right - at), body, at, spaceBefore)
            );

        // A dictum that amends an annex names each change on a line of its own.
        FlowParagraph[] Dictum(string words)
        {
            var parts = words.Split('\n');
            return
            [
                .. parts.Select(
                    (part, index) =>
                    {
                        IReadOnlyList<TextLine> lines = TextWrap.Wrap(Blanks.Or(part, Blanks.Line), body, InstructionPage.Right - left);
                        var goesOn = index < parts.Length - 1;
                        return flow.Add(
                            new FlowParagraph(goesOn ? Apart(lines) : lines, body, left, index == 0 ? Narrow : Tight)
                            {
                                KeepsWithNext = index == 0 && goesOn,
                            }
                        );
                    }
                ),
            ];

            // The last word of a line and the first of the next stay apart for whoever hears them read.
            static IReadOnlyList<TextLine> Apart(IReadOnlyList<TextLine> lines) =>
                [.. lines.SkipLast(1), lines[^1] with { Text = $"{lines[^1].Text} " }];
        }

        void Draw(FlowParagraph[] lines)
        {
            foreach (var (index, line) in lines.Index())
            {
                if (index > 0)
                {
                    flow.Begin(line);
                }

                flow.Draw(document, line);
            }
        }

        void Item(string label, FlowParagraph paragraph, Action draw) => document.Element(PdfBlockLevelElementTag.ListItem, () =>
            {
                var baseline = flow.Begin(paragraph);
                document.Element(PdfBlockLevelElementTag.Label, () =>
                {
                    document.Text($"{label} ", bold, InstructionPage.Left, baseline);
                    document.Text(": ", body, colon, baseline);
                });
                document.Element(PdfBlockLevelElementTag.ListBody, draw);
            });
    }

    private IReadOnlyList<TextLine> ClosingLines() =>
        TextWrap.Wrap(Blanks.Or(print.Text.Closing, Blanks.Line), body, InstructionPage.Width);

    private double Closing(TaggedDocument document, double position)
    {
        var y = position + Wide;
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            foreach (var line in ClosingLines())
            {
                document.Text(line.Text, body, InstructionPage.Left, y + body.Baseline);
                y += body.LineHeight;
            }
        });

        y += Wide;
        var date = print.IssuedOn is { } issuedOn ? IndonesianDate.InWords(issuedOn) : Blanks.Line;
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
        {
            document.Text($"Ditetapkan di {Blanks.Or(print.Text.Place, Blanks.Line)} ", body, SignatureLeft, y + body.Baseline);
            y += body.LineHeight;
            document.Text($"pada tanggal {date}", body, SignatureLeft, y + body.Baseline);
            y += body.LineHeight;
        });

        y += Wide;
        signature.Draw(document, SignatureLeft, y);
        return y + signature.Height;
    }

    /// <summary>"Tembusan" and who receives one, at the left under the signature or on the next page.</summary>
    private void Copies(TaggedDocument document, NumberedPages pages, double position)
    {
        var copies = print.Text.Copies;
        if (copies.Count == 0)
        {
            return;
        }

        var numbers = copies.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ")).ToArray();
        var left = InstructionPage.Left + numbers.Max(text => body.WidthOf(text)) + 4;
        var flow = new TextFlow(pages, position, InstructionPage.Top, InstructionPage.Bottom);
        var heading = flow.Add(
            new FlowParagraph(TextWrap.Wrap("Tembusan :", body, InstructionPage.Width), body, InstructionPage.Left, Wide)
            {
                KeepsWithNext = true,
            }
        );
        var items = copies
            .Select(copy =>
                flow.Add(new FlowParagraph(TextWrap.Wrap(Blanks.Or(copy, Blanks.Line), body, InstructionPage.Right - left), body, left, 0))
            )
            .ToArray();
        flow.Break(closing: 0);

        flow.Begin(heading);
        document.Element(PdfBlockLevelElementTag.Paragraph, () => flow.Draw(document, heading));
        document.Element(PdfBlockLevelElementTag.List, () =>
        {
            foreach (var (number, item) in numbers.Zip(items))
            {
                document.Element(PdfBlockLevelElementTag.ListItem, () =>
                {
                    var baseline = flow.Begin(item);
                    document.Element(PdfBlockLevelElementTag.Label, () => document.Text(number, body, InstructionPage.Left, baseline));
                    document.Element(PdfBlockLevelElementTag.ListBody, () => flow.Draw(document, item));
                });
            }
        });
    }
}
