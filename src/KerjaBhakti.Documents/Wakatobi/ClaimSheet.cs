using System.Globalization;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>Claim totals as they were read from a file or a paste.</summary>
/// <param name="Lines">Every line that is not empty.</param>
/// <param name="Remarks">What was passed over, and what is read although it looks as if it should not be: one Indonesian sentence
/// each.</param>
public sealed record ClaimSheet(IReadOnlyList<ClaimSheetLine> Lines, IReadOnlyList<string> Remarks)
{
    /// <summary>Whether a line keeps the sheet from being taken.</summary>
    public bool IsRefused => Lines.Any(line => line.Refused);

    /// <summary>What was read as a paste that reads the same.</summary>
    public string ToPaste(IReadOnlyList<Service> services) =>
        string.Join(
            '\n',
            Lines
                .Select(line => line.Filing)
                .OfType<ClaimFiling>()
                .Select(filing =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{services.First(service => service.Code == filing.Service).Name}\t{filing.Cases}\t{filing.Filed.Amount}"
                    )
                )
        );
}

/// <summary>A line of a sheet and what was read from it.</summary>
/// <param name="Number">Its number in the paste or the file, from 1.</param>
/// <param name="Text">The line as it stands there, its cells parted by a bar.</param>
/// <param name="Filing">What was read; null where the line was refused or is passed over.</param>
/// <param name="Verdict">What is to be said of it: a whole sentence.</param>
/// <param name="Refused">Whether it keeps the sheet from being taken.</param>
public sealed record ClaimSheetLine(int Number, string Text, ClaimFiling? Filing, string Verdict, bool Refused = false)
{
    /// <summary>Service, cases and amount as they stand there.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}
