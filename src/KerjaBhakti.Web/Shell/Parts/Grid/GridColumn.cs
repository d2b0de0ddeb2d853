using System.Globalization;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Components;

namespace KerjaBhakti.Web.Shell.Parts.Grid;

/// <summary>A column of a <see cref="WorkGrid{T}"/>: what it holds decides how it is sorted, searched and exported.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <param name="Key">What the address calls it: "pejabat".</param>
/// <param name="Title">Its heading.</param>
/// <param name="Value">What it holds: a text, a whole number, a <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/>, or null for
/// nothing.</param>
public sealed record GridColumn<T>(string Key, string Title, Func<T, object?> Value)
{
    /// <summary>How it is drawn; null to write the value.</summary>
    public RenderFragment<T>? Cell { get; init; }

    /// <summary>What is read of it, where it is not its value written out: a month that is sorted by its first day.</summary>
    public Func<T, string>? Text { get; init; }

    /// <summary>Whether it offers its different values to choose from.</summary>
    public bool IsChoice { get; init; }

    /// <summary>The values it offers where the database pages the list; null to take them from the rows.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Whether the rows can be ordered by it.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Whether what it holds is summed below the list: whole numbers, or nothing.</summary>
    public bool IsSummed { get; init; }

    /// <summary>Whether a row counts in the sum: one that was cancelled is shown and not counted. Null where every row counts.</summary>
    public Func<T, bool>? Counts { get; init; }

    /// <summary>Whether it is hidden until somebody chooses it.</summary>
    public bool StartsHidden { get; init; }

    /// <summary>Whether it leads to the thing, and so can never be hidden.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether it stands at the right with figures below each other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>What a file holds of it: numbers and dates as such, anything else as its text.</summary>
    public object? FileValueOf(T row) => Text is null && Value(row) is { } value and (int or long or DateOnly) ? value : TextOf(row);

    /// <summary>What is read of it, searched, and written into a file of text.</summary>
    public string TextOf(T row) =>
        Value(row) switch
        {
            _ when Text is not null => Text(row),
            null => string.Empty,
            DateOnly date => Indonesian.ShortDate(date),
            DateTimeOffset moment => Indonesian.Moment(moment),
            int or long => string.Format(Indonesian.Culture, "{0:N0}", Value(row)),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        };
}
