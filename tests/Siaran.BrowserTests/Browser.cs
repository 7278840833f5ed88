using Microsoft.Playwright;

namespace Siaran.BrowserTests;

/// <summary>The machine's own Chromium, driven by Playwright; nothing is downloaded.</summary>
internal static class Browser
{
    /// <summary>How long a page may take on a busy machine, in milliseconds: what is broken fails, what is slow doesn't.</summary>
    private const float Patience = 120_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(StartAsync);

    /// <summary>A fresh profile with one page. Without a browser on the machine the test is skipped, and says so.</summary>
    public static async Task<IPage> OpenAsync(int width = 1280, int height = 900, bool dark = false, bool scripts = true)
    {
        var (_, browser) = await started.Value;
        var profile = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                Locale = "id-ID",
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = scripts,
            }
        );
        profile.SetDefaultTimeout(Patience);
        return await profile.NewPageAsync();
    }

    public static async Task CloseAsync(IPage page) => await page.Context.CloseAsync();

    /// <summary>Ends the browser; the next page starts another.</summary>
    public static async Task StopAsync()
    {
        var ending = started;
        started = new(StartAsync);
        if (ending.IsValueCreated && ending.Value.IsCompletedSuccessfully)
        {
            var (driver, browser) = await ending.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } place)
        {
            throw new AssertInconclusiveException(
                "There is no Chromium on this machine: install the package chromium to run the tests in a browser."
            );
        }

        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = place,
                Args =
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return (driver, browser);
    }
}
