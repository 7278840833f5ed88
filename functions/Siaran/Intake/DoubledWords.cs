using System.Collections.Frozen;

namespace Siaran.Intake;

/// <summary>
/// Words of Indonesian and Malay that are written with a hyphen: doubled ones, whole (<c>anak-anak</c>), with affixes
/// (<c>berlari-lari</c>, <c>anak-anaknya</c>) or with another sound (<c>sayur-mayur</c>).
/// </summary>
internal static class DoubledWords
{
    private const int LeastAlike = 3;

    private static readonly FrozenSet<string> WithAnotherSound = FrozenSet.ToFrozenSet(
        (
            "bolak-balik carut-marut cerai-berai compang-camping coreng-moreng desas-desus dewa-dewi dolak-dalik gegap-gempita gerak-gerik "
            + "gotong-royong hingar-bingar hiruk-pikuk huru-hara jual-beli kacau-balau kelap-kelip kerlap-kerlip kocar-kacir lalu-lalang "
            + "lauk-pauk lenggak-lenggok lika-liku mahasiswa-mahasiswi mondar-mandir morat-marit muda-mudi pasang-surut pemuda-pemudi "
            + "pernak-pernik pontang-panting porak-poranda pulang-pergi putar-balik putra-putri ramah-tamah remuk-redam riuh-rendah "
            + "sanak-saudara santriwan-santriwati saudara-saudari sayur-mayur seluk-beluk sepak-terjang serba-serbi simpang-siur "
            + "siswa-siswi suami-istri teka-teki tindak-tanduk tunggang-langgang turun-temurun utak-atik wara-wiri warna-warni"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether two parts are one word with a hyphen between them.</summary>
    /// <param name="first">What is before the hyphen; it may hold others.</param>
    /// <param name="second">The letters behind it.</param>
    public static bool Are(string first, string second) =>
        first.Contains('-', StringComparison.Ordinal)
        || first.Equals(second, StringComparison.OrdinalIgnoreCase)
        || WithAnotherSound.Contains($"{first}-{second}")
        || IsRepeated(first, second);

    /// <summary>Whether one ends as the other begins, by so many letters.</summary>
    private static bool IsRepeated(string first, string second)
    {
        for (var length = Math.Min(first.Length, second.Length); length >= LeastAlike; length--)
        {
            if (first.AsSpan(first.Length - length).Equals(second.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
