using System.Collections.Concurrent;

namespace KerjaBhakti.Web.Auditing;

/// <summary>
/// What was refused to whom lately, in the memory of this process: the trail, which nobody can shorten, gets one entry for each person,
/// address and hour, and their number afterwards.
/// </summary>
public sealed class RefusalCounts(TimeProvider time)
{
    // Addresses of one person that are told apart in an hour; whoever tries more is told as one who tries many.
    private const int MostAddresses = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Person> people = new(StringComparer.Ordinal);

    /// <summary>Counts a refusal.</summary>
    /// <param name="person">The key of the account.</param>
    /// <param name="what">What was asked for.</param>
    /// <returns>What the trail is to say of it now; null where it said so within the hour.</returns>
    public Refusal? Count(string person, string what)
    {
        var counted = people.GetOrAdd(person, _ => new Person());
        lock (counted)
        {
            var now = time.GetUtcNow();
            if (!counted.Refused.ContainsKey(what) && counted.Refused.Count >= MostAddresses)
            {
                what = "alamat lain";
            }

            if (counted.Refused.TryGetValue(what, out var before) && now - before.Since < Hour)
            {
                counted.Refused[what] = before with { Again = before.Again + 1 };
                return null;
            }

            if (counted.Refused.Count > MostAddresses)
            {
                foreach (var old in counted.Refused.Where(item => now - item.Value.Since >= Hour && item.Value.Again == 0).ToList())
                {
                    counted.Refused.Remove(old.Key);
                }
            }

            counted.Refused[what] = new Counted(now, Again: 0);
            return new Refusal(what, before?.Again ?? 0);
        }
    }

    private sealed class Person
    {
        public Dictionary<string, Counted> Refused { get; } = new(StringComparer.Ordinal);
    }

    private sealed record Counted(DateTimeOffset Since, int Again);
}

/// <summary>A refusal as the trail tells it.</summary>
/// <param name="What">What was asked for.</param>
/// <param name="Before">How often it was refused in the hour of the entry before, beside the one that entry tells of.</param>
public sealed record Refusal(string What, int Before);
