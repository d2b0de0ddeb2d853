namespace KerjaBhakti.Documents.Shared;

/// <summary>Decides which rows stand on which page.</summary>
internal static class Pagination
{
    private const int RowsWithClosing = 2;

    /// <summary>
    /// The rows of each page, as many on each as fit. What closes the document (a signature block) follows the last row on its page, and
    /// the last two rows at least go with it. The first page has no rows where none fits under its heading.
    /// </summary>
    /// <param name="heights">The height of each row.</param>
    /// <param name="firstPage">The height for rows on the first page.</param>
    /// <param name="furtherPage">The height for rows on each page after it. A row higher than that has a page to itself.</param>
    /// <param name="closing">The height of what follows the last row.</param>
    public static IReadOnlyList<Range> Split(IReadOnlyList<double> heights, double firstPage, double furtherPage, double closing)
    {
        var starts = new List<int> { 0 };
        var room = firstPage;
        for (var row = 0; row < heights.Count; row++)
        {
            if (heights[row] > room && (row > starts[^1] || starts.Count == 1))
            {
                starts.Add(row);
                room = furtherPage;
            }

            room -= heights[row];
        }

        var keep = Math.Max(0, heights.Count - RowsWithClosing);
        var closesHere = closing <= room && (starts[^1] <= keep || heights.Count == 0);
        if (!closesHere)
        {
            // A page that would begin with too few rows gives them to the closing page.
            while (starts[^1] >= keep && starts.Count > 1)
            {
                starts.RemoveAt(starts.Count - 1);
            }

            starts.Add(keep);
        }

        return [.. starts.Select((start, page) => start..(page + 1 < starts.Count ? starts[page + 1] : heights.Count))];
    }
}
