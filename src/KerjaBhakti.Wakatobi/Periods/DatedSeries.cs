namespace KerjaBhakti.Wakatobi.Periods;

/// <summary>Something that is in force from one date to another.</summary>
public interface IDated
{
    /// <summary>The first day it is in force.</summary>
    DateOnly EffectiveFrom { get; }

    /// <summary>The last day it is in force, included; null while no end is known.</summary>
    DateOnly? EffectiveTo { get; }

    /// <summary>What it is called in a sentence.</summary>
    string Name { get; }
}

/// <summary>Dated things in a row, of which exactly one is in force on each day.</summary>
internal static class DatedSeries
{
    /// <summary>Every gap and overlap, and every one that ends before it begins, as sentences.</summary>
    public static IEnumerable<string> Problems<T>(IEnumerable<T> items)
        where T : IDated
    {
        var ordered = items.OrderBy(item => item.EffectiveFrom).ToList();
        foreach (var item in ordered.Where(item => item.EffectiveTo < item.EffectiveFrom))
        {
            yield return $"{item.Name} berakhir {item.EffectiveTo!.Value.ToIndonesian()}, sebelum mulai berlaku {item.EffectiveFrom.ToIndonesian()}.";
        }

        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (earlier.EffectiveTo is not { } last || last >= later.EffectiveFrom)
            {
                var end = earlier.EffectiveTo is { } date ? $"sampai {date.ToIndonesian()}" : "tanpa tanggal akhir";
                yield return $"{later.Name} mulai {later.EffectiveFrom.ToIndonesian()}, padahal {earlier.Name} masih berlaku {end}.";
            }
            else if (last.AddDays(1) < later.EffectiveFrom)
            {
                yield return $"Antara {last.ToIndonesian()} dan {later.EffectiveFrom.ToIndonesian()} tidak ada yang berlaku: "
                    + $"{earlier.Name} sudah berakhir dan {later.Name} belum mulai.";
            }
        }
    }

    /// <summary>The one in force on a date; null where there is none.</summary>
    public static T? On<T>(this IEnumerable<T> items, DateOnly date)
        where T : class, IDated =>
        items.FirstOrDefault(item => item.EffectiveFrom <= date && (item.EffectiveTo is not { } last || date <= last));
}
