using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Siaran.Intake.Documents;

/// <summary>Signs that a Word document writes by their place in a font (ECMA-376 Part 1 §17.3.3.30).</summary>
internal static class WordSymbols
{
    private const int PrivateUse = 0xF000;

    /// <summary>Signs of the font Symbol that texts have, by their place in it; ASCII figures and marks are at their own.</summary>
    private static readonly Dictionary<int, string> Signs = new()
    {
        [0x22] = "∀",
        [0x57] = "Ω",
        [0x61] = "α",
        [0x62] = "β",
        [0x67] = "γ",
        [0x6D] = "μ",
        [0x70] = "π",
        [0xA3] = "≤",
        [0xA5] = "∞",
        [0xAE] = "→",
        [0xB0] = "°",
        [0xB1] = "±",
        [0xB2] = "″",
        [0xB3] = "≥",
        [0xB4] = "×",
        [0xB7] = "•",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xBB] = "≈",
        [0xBC] = "…",
        [0xD2] = "®",
        [0xD3] = "©",
        [0xD4] = "™",
    };

    /// <summary>The sign; a mark of a bullet where the font has a picture there.</summary>
    public static string Of(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return "";
        }

        var place = code >= PrivateUse ? code - PrivateUse : code;
        return symbol.Font?.Value is "Symbol" ? Signs.GetValueOrDefault(place, place is > 0x20 and < 0x40 ? ((char)place).ToString() : "•")
            : code is > 0x20 and < 0xD800 ? ((char)code).ToString()
            : "•";
    }
}
