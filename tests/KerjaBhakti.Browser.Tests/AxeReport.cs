using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KerjaBhakti.Browser.Tests;

/// <summary>What axe finds on a number of pages: WCAG 2.2 A and AA, and what the makers of axe call best practice.</summary>
internal sealed class AxeReport
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
    };

    // One loop writes the rows of a table. Of a long one the first ten and every fifth of the others stand for all: the whole grid takes
    // axe half a minute.
    private const string AlikeRows = "tbody > tr:nth-child(n + 11):not(:nth-child(5n))";

    private readonly List<string> violations = [];

    /// <summary>Examines a whole page as it stands.</summary>
    public async Task CheckAsync(IPage page, string what)
    {
        // What lies half under the bar at the top is too small to be hit there; scrolled, it is not.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        var context = new AxeRunContext { Include = [new AxeSelector("html")] };
        if (await page.Locator(AlikeRows).CountAsync() > 0)
        {
            context.Exclude = [new AxeSelector(AlikeRows)];
        }

        await CheckAsync(page.Locator("html"), await page.RunAxe(context, Rules), what);
    }

    /// <summary>Examines a part of a page, where the rest was examined before.</summary>
    public async Task CheckAsync(ILocator part, string what) => await CheckAsync(part, await part.RunAxe(Rules), what);

    /// <summary>Fails with what was found, at most twenty of it.</summary>
    public void AssertNone() => Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations.Take(20)));

    private async Task CheckAsync(ILocator part, AxeResult light, string what)
    {
        violations.AddRange(
            from violation in light.Violations
            from node in violation.Nodes
            select $"{what}: {violation.Id}, {violation.Help}: {node.Html}"
        );

        // Axe leaves it open whether text of the colour of its background is hidden on purpose; here it never is.
        violations.AddRange(
            from open in light.Incomplete
            from node in open.Nodes
            where node.Any.Any(check => check.Message.Contains("1:1 contrast", StringComparison.Ordinal))
            select $"{what}: {open.Id}, invisible: {node.Html}"
        );

        // Dark differs in its colours and in nothing else; axe is in the page already.
        await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        violations.AddRange(
            await part.EvaluateAsync<string[]>(
                """
                async (node, [what, alike]) => {
                    const { violations } = await axe.run({ include: [node], exclude: [...node.querySelectorAll(alike)] }, { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] });
                    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${what}, dark: ${id}, ${help}: ${html}`));
                }
                """,
                new[] { what, AlikeRows }
            )
        );
        await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
