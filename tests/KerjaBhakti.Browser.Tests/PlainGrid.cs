using System.Collections.Immutable;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Browser.Tests;

/// <summary>A row of <see cref="PlainGrid"/>. A region row has a city and no texts.</summary>
internal sealed record PlainRow(int Id, string Label, City? City, ImmutableArray<string> Cells)
{
    /// <summary>The text in a column: 0 is the label. A region row reads as its city's name in the first month.</summary>
    public string TextAt(int column) =>
        column == 0 ? Label
        : City is null ? Cells[column - 1]
        : column == 1 ? City.Name
        : string.Empty;
}

/// <summary>Selected places in the visible rows, corners included, counted from zero.</summary>
internal sealed record PlainBlock(int Top, int Bottom, int Left, int Right);

/// <summary>
/// What the grid must do, as plainly as it can be said: a list of rows, some of them hidden, and a whole copy of the list for every thing
/// that can be taken back. It knows nothing of edits, queues or servers.
/// </summary>
internal sealed class PlainGrid(int months)
{
    private readonly Stack<Unit> done = [];
    private readonly Stack<Unit> undone = [];
    private ImmutableHashSet<int> hidden = [];
    private int lastId;

    public ImmutableList<PlainRow> Rows { get; private set; } = [];

    public ImmutableList<PlainRow> Visible => Rows.RemoveAll(row => hidden.Contains(row.Id));

    public void Start(IEnumerable<(string Label, string[] Cells)> rows) =>
        Rows = [.. rows.Select(row => new PlainRow(++lastId, row.Label, City: null, [.. row.Cells]))];

    public void Hide(IEnumerable<int> places) => hidden = [.. places.Select(place => Rows[place].Id)];

    public void Write(int place, int column, string text) => Write([(Visible[place], column, text)]);

    public void Clear(PlainBlock block) =>
        Write(
            Span(block.Top, block.Bottom)
                .SelectMany(place => Span(block.Left, block.Right).Select(column => (Visible[place], column, string.Empty)))
        );

    public void FillDown(PlainBlock block)
    {
        var source = block.Top == block.Bottom ? block.Top - 1 : block.Top;
        if (source >= 0)
        {
            Write(
                Span(source + 1, block.Bottom)
                    .SelectMany(place =>
                        Span(block.Left, block.Right).Select(column => (Visible[place], column, Visible[source].TextAt(column)))
                    )
            );
        }
    }

    public void FillRight(PlainBlock block)
    {
        var source = block.Left == block.Right ? block.Left - 1 : block.Left;
        if (source >= 1)
        {
            Write(
                Span(block.Top, block.Bottom)
                    .SelectMany(place =>
                        Span(source + 1, block.Right).Select(column => (Visible[place], column, Visible[place].TextAt(source)))
                    )
            );
        }
    }

    public void Paste(string[][] block, PlainBlock selected, bool adding)
    {
        var height = block.Length;
        var width = block.Max(line => line.Length);
        var repeats = (selected.Bottom - selected.Top + 1) % height == 0 && (selected.Right - selected.Left + 1) % width == 0;
        var (lines, columns) = repeats ? (selected.Bottom - selected.Top + 1, selected.Right - selected.Left + 1) : (height, width);
        var visible = Visible;
        var writes = new List<(PlainRow, int, string)>();
        var added = new List<PlainRow>();
        for (var line = 0; line < lines; line++)
        {
            var source = block[line % height];
            var texts = Span(0, columns - 1)
                .Where(offset => offset % width < source.Length && selected.Left + offset <= months)
                .Select(offset => (Column: selected.Left + offset, Text: source[offset % width]))
                .Where(cell => cell.Column > 0 || Seed.Gazetteer.FindByName(cell.Text) is null)
                .ToList();
            if (selected.Top + line < visible.Count)
            {
                writes.AddRange(texts.Select(cell => (visible[selected.Top + line], cell.Column, cell.Text)));
            }
            else if (adding)
            {
                added.Add(NewRow(texts));
            }
        }

        Write(writes, added);
    }

    public void Add(PlainBlock? selected)
    {
        var index = selected is null ? Rows.Count : Rows.IndexOf(Visible[selected.Bottom]) + 1;
        var row = new PlainRow(++lastId, string.Empty, City: null, Empty);
        Become(Rows.Insert(index, row), [row.Id]);
    }

    public void Remove(PlainBlock selected)
    {
        var gone = Visible.GetRange(selected.Top, selected.Bottom - selected.Top + 1);
        Become(Rows.RemoveRange(gone), [.. gone.Select(row => row.Id)]);
    }

    public void Move(PlainBlock selected, int step)
    {
        if (selected.Top + step < 0 || selected.Bottom + step >= Visible.Count)
        {
            return;
        }

        var places = Span(Math.Min(selected.Top, selected.Top + step), Math.Max(selected.Bottom, selected.Bottom + step))
            .Select(place => Rows.IndexOf(Visible[place]))
            .ToList();
        if (places[^1] - places[0] == places.Count - 1)
        {
            var moved = Visible.GetRange(selected.Top, selected.Bottom - selected.Top + 1);
            var first = Rows.IndexOf(moved[0]);
            Become(Rows.RemoveRange(first, moved.Count).InsertRange(first + step, moved), [.. moved.Select(row => row.Id)]);
        }
    }

    public void Serve(PlainBlock selected, City? city)
    {
        var changed = Visible
            .GetRange(selected.Top, selected.Bottom - selected.Top + 1)
            .Where(row => row.City != city)
            .Select(row => row.Id)
            .ToHashSet();
        if (changed.Count > 0)
        {
            Become([.. Rows.Select(row => changed.Contains(row.Id) ? row with { City = city, Cells = Empty } : row)], changed);
        }
    }

    public void Undo() => Step(done, undone);

    public void Redo() => Step(undone, done);

    private ImmutableArray<string> Empty => [.. Enumerable.Repeat(string.Empty, months)];

    private static IEnumerable<int> Span(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));

    private static string Spell(string text) =>
        Seed.Gazetteer.FindByName(text) is { } kecamatan
            ? kecamatan.Aliases.Prepend(kecamatan.Name).First(spelling => Spelling.Key(spelling) == Spelling.Key(text))
            : Spelling.Tidy(text);

    private static PlainRow Written(PlainRow row, int column, string text) =>
        column switch
        {
            0 => Spelling.Tidy(text).Length == 0 ? row : row with { Label = Spelling.Tidy(text) },
            _ when row.City is not null => row,
            _ => row with { Cells = row.Cells.SetItem(column - 1, Spell(text)) },
        };

    private static bool AreAlike(PlainRow left, PlainRow right) => left.Label == right.Label && left.Cells.SequenceEqual(right.Cells);

    private PlainRow NewRow(List<(int Column, string Text)> texts)
    {
        var row = new PlainRow(++lastId, string.Empty, City: null, Empty);
        var inMonths = texts.Where(cell => cell.Column > 0).ToList();
        var city =
            inMonths is [(1, var name), ..] && inMonths.Skip(1).All(cell => Spelling.Tidy(cell.Text).Length == 0)
                ? Seed.Gazetteer.FindCityByName(name)
                : null;
        row = texts
            .Where(cell => cell.Column == 0 || city is null)
            .Aggregate(row, (written, cell) => Written(written, cell.Column, cell.Text));
        return row with { City = city };
    }

    private void Write(IEnumerable<(PlainRow Row, int Column, string Text)> writes, IReadOnlyList<PlainRow>? added = null)
    {
        var after = writes
            .GroupBy(write => write.Row.Id)
            .ToDictionary(
                group => group.Key,
                group => group.Aggregate(group.First().Row, (row, write) => Written(row, write.Column, write.Text))
            );
        var changed = Rows.Where(row => after.TryGetValue(row.Id, out var written) && !AreAlike(row, written)).ToList();
        if (changed.Count == 0 && added is not { Count: > 0 })
        {
            return;
        }

        // A named row is never made nameless again: its first name becomes part of all that went before.
        var before = Rows;
        foreach (var row in changed.Where(row => row.Label.Length == 0 && after[row.Id].Label.Length > 0))
        {
            var name = after[row.Id].Label;
            ImmutableList<PlainRow> Named(ImmutableList<PlainRow> rows) =>
                [.. rows.Select(other => other.Id == row.Id ? other with { Label = name } : other)];
            before = Named(before);
            var units = done.Select(unit => unit with { Before = Named(unit.Before), After = Named(unit.After) }).Reverse().ToList();
            done.Clear();
            units.ForEach(done.Push);
        }

        ImmutableList<PlainRow> now = [.. Rows.Select(row => after.GetValueOrDefault(row.Id, row)), .. added ?? []];
        HashSet<int> touched =
        [
            .. changed.Where(row => !AreAlike(before.Find(other => other.Id == row.Id)!, after[row.Id])).Select(row => row.Id),
        ];
        touched.UnionWith((added ?? []).Select(row => row.Id));
        Rows = now;
        undone.Clear();
        if (touched.Count > 0)
        {
            done.Push(new Unit(before, now, touched));
        }
    }

    private void Become(ImmutableList<PlainRow> rows, HashSet<int> touched)
    {
        done.Push(new Unit(Rows, rows, touched));
        undone.Clear();
        Rows = rows;
    }

    private void Step(Stack<Unit> from, Stack<Unit> to)
    {
        if (from.TryPop(out var unit))
        {
            to.Push(unit);
            Rows = from == done ? unit.Before : unit.After;
            hidden = hidden.Except(unit.Touched);
        }
    }

    private sealed record Unit(ImmutableList<PlainRow> Before, ImmutableList<PlainRow> After, HashSet<int> Touched);
}
