using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Siaran.BrowserTests;

/// <summary>What bars anybody from a page, found by axe on a narrow and a wide screen, light and dark.</summary>
internal static class Accessibility
{
    private const string RulesOfColour = "runOnly: ['color-contrast', 'link-in-text-block']";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Rules of colour are asked in all four looks, all others at both widths.
    private static readonly Look[] Looks =
    [
        new(320, ColorScheme.Light, ""),
        new(320, ColorScheme.Dark, RulesOfColour),
        new(1280, ColorScheme.Light, RulesOfColour),
        new(1280, ColorScheme.Dark, ""),
    ];

    /// <summary>Opens all that is folded on the page as it is now, and looks at it four times.</summary>
    /// <param name="page">Its size and colours are others afterwards.</param>
    /// <param name="name">Whatever tells this page from others.</param>
    /// <returns>
    /// A line for each element that breaks a rule, and for each width that the page does not fit. None where all is well.
    /// </returns>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, string name)
    {
        List<string> found = [];
        // Once for all four looks: most of the time goes into putting it there.
        await page.EvaluateAsync(Axe);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        foreach (var look in Looks)
        {
            await page.SetViewportSizeAsync(look.Width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = look.Colours });
            // Frames hold pages that have a test of their own, and let no script in.
            var seen = await page.EvaluateAsync<string[]>(
                $"axe.run(document, {{ iframes: false, resultTypes: ['violations'], {look.Rules} }}).then(result => result.violations.flatMap(one => one.nodes.map(node => `${{one.id}}: ${{one.help}}: ${{node.html}}`)))"
            );
            found.AddRange(seen.Select(one => $"{name}, {look.Width}, {look.Colours}: {one}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > look.Width)
            {
                found.Add($"{name}: {wide.ToString(CultureInfo.InvariantCulture)} pixels wide on a screen of {look.Width}");
            }
        }

        return found;
    }

    private sealed record Look(int Width, ColorScheme Colours, string Rules);
}
