using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>
/// Officials and what they hold, together, so that appointments made one after the other see each other. What is new in it has to be
/// stored.
/// </summary>
public sealed class OfficialsBook
{
    private readonly List<Official> officials;
    private readonly Dictionary<int, Incumbencies> positions;
    private readonly List<Official> newOfficials = [];
    private readonly List<Incumbency> newIncumbencies = [];

    /// <summary>What is known.</summary>
    /// <param name="officials">Every official; or those that may be meant and those the incumbencies name.</param>
    /// <param name="incumbencies">Every incumbency of the positions in question.</param>
    public OfficialsBook(IEnumerable<Official> officials, IEnumerable<Incumbency> incumbencies)
    {
        this.officials = [.. officials];
        positions = incumbencies
            .GroupBy(item => item.PositionId)
            .ToDictionary(group => group.Key, group => new Incumbencies(group.Key, group));
    }

    /// <summary>The officials that were not known before.</summary>
    public IReadOnlyList<Official> NewOfficials => newOfficials;

    /// <summary>The appointments that were made here.</summary>
    public IReadOnlyList<Incumbency> NewIncumbencies => newIncumbencies;

    /// <summary>Who holds and held a position.</summary>
    public Incumbencies Of(int position) =>
        positions.TryGetValue(position, out var known) ? known : positions[position] = new Incumbencies(position, []);

    /// <summary>The official behind an incumbency.</summary>
    public Official HolderOf(Incumbency incumbency) => officials.Single(official => official.Id == incumbency.OfficialId);

    /// <summary>
    /// The person meant by a name and a number. A number is one person's. Without one, only whoever holds or held the position already can
    /// be meant by a name: two people may have the same.
    /// </summary>
    /// <returns>The official; null where they are not known yet.</returns>
    /// <exception cref="RosterRefusedException">The number belongs to somebody of another name.</exception>
    public Official? Find(int position, string name, string? nip)
    {
        var digits = Digits(Nip.Tidy(nip));
        if (digits.Length == 0)
        {
            return Of(position).All.Select(HolderOf).LastOrDefault(official => SameName(official, name));
        }

        var known = officials.Find(official => Digits(official.Nip) == digits);
        return known is null || SameName(known, name)
            ? known
            : throw new RosterRefusedException(
                $"NIP itu tercatat untuk {known.Name}. Periksa NIP-nya, atau tulis nama seperti yang tercatat."
            );
    }

    /// <summary>Appoints somebody by name and number; see <see cref="Incumbencies.Appoint"/> for whom that ends.</summary>
    /// <param name="position">The key of the position.</param>
    /// <param name="name">The name with its titles.</param>
    /// <param name="nip">The number; may be empty. An odd one is taken: see <see cref="Nip.Warnings"/>.</param>
    /// <param name="term">How and from when on.</param>
    /// <exception cref="RosterRefusedException">The person cannot be told, or the appointment meets another.</exception>
    public Incumbency Appoint(int position, string name, string? nip, Term term)
    {
        var official = Find(position, name, nip);
        if (official is null)
        {
            official = new Official(name, nip);
            officials.Add(official);
            newOfficials.Add(official);
        }

        var appointed = Of(position).Appoint(official.Id, term.Kind, term.From, term.To);
        newIncumbencies.Add(appointed);
        return appointed;
    }

    /// <summary>
    /// The keys of the positions under which somebody is known who may be this official; none where nobody may. See
    /// <see cref="Official.MayBe"/>.
    /// </summary>
    public IReadOnlyList<int> PositionsOfNamesakes(Official official)
    {
        var namesakes = officials.Where(official.MayBe).Select(other => other.Id).ToHashSet();
        return namesakes.Count == 0
            ? []
            :
            [
                .. positions
                    .Values.SelectMany(held => held.All)
                    .Where(item => namesakes.Contains(item.OfficialId))
                    .Select(item => item.PositionId)
                    .Distinct()
                    .Order(),
            ];
    }

    private static bool SameName(Official official, string name) => Spelling.Key(official.Name) == Spelling.Key(name);

    private static string Digits(string nip) => nip.Replace(" ", string.Empty, StringComparison.Ordinal);
}

/// <summary>How and when somebody holds a position.</summary>
/// <param name="Kind">How.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; null where no end is known.</param>
public sealed record Term(IncumbencyKind Kind, DateOnly From, DateOnly? To = null);
