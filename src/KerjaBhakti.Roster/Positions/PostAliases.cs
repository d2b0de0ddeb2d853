using System.Collections.Frozen;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Positions;

/// <summary>All short names of posts, for whoever looks a post up. Immutable and safe to share.</summary>
public sealed class PostAliases
{
    private readonly FrozenDictionary<string, string> posts;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> texts;

    /// <summary>The short names, each with the name of the post it stands for.</summary>
    /// <exception cref="ArgumentException">A short name stands twice.</exception>
    public PostAliases(IEnumerable<(string Text, string Post)> aliases)
    {
        var all = aliases.ToList();
        posts = all.ToFrozenDictionary(alias => PostAlias.KeyOf(alias.Text), alias => alias.Post);
        texts = all.GroupBy(alias => Spelling.Key(alias.Post))
            .ToFrozenDictionary(
                group => group.Key,
                IReadOnlyList<string> (group) => [.. group.Select(alias => alias.Text).Order(StringComparer.OrdinalIgnoreCase)]
            );
    }

    /// <summary>No short names.</summary>
    public static PostAliases None { get; } = new([]);

    /// <summary>The name of the post a text is short for; null where it is no short name. Case, spaces and stops do not count.</summary>
    public string? Find(string? text) => posts.GetValueOrDefault(PostAlias.KeyOf(text));

    /// <summary>The name of the post: the text itself where it is no short name.</summary>
    public string InFull(string text) => Find(text) ?? text;

    /// <summary>The short names of a post, in alphabetical order; empty where it has none.</summary>
    public IReadOnlyList<string> Of(string post) => texts.GetValueOrDefault(Spelling.Key(post)) ?? [];
}
