using System.Globalization;

namespace Siaran.Serving;

/// <summary>Reads the number of a page, as <c>?page=</c> names it.</summary>
public static class PageNumber
{
    /// <summary>The number from 1; null where the text is no such number, or the number is above <paramref name="last"/>.</summary>
    public static int? Read(string? text, int last = int.MaxValue) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= last ? number : null;

    /// <summary>The number that a query names, which is 1 where it names none; null where it names no page.</summary>
    public static int? Of(string? text) => string.IsNullOrEmpty(text) ? 1 : Read(text);

    /// <summary>What is said of a number that cannot be used.</summary>
    public static string Rule(int last) => $"page is a number from 1 to {last}";
}
