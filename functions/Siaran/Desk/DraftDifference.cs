namespace Siaran.Desk;

/// <summary>A field that two texts of one draft fill differently.</summary>
/// <param name="Field">As the check calls it.</param>
/// <param name="Mine">What whoever looks wrote; empty where they left it empty.</param>
/// <param name="Theirs">What the other says.</param>
public sealed record DraftDifference(string Field, string Mine, string Theirs)
{
    private static readonly (string Field, Func<Draft, string> Of)[] Fields =
    [
        ("Judul", draft => draft.Headline),
        ("Ringkasan", draft => draft.Summary),
        ("Isi", draft => draft.Body),
        ("Jenis", draft => draft.Label),
        ("Instansi", draft => draft.Agency),
        ("Tempat", draft => draft.Place),
        ("Apa yang berubah", draft => draft.ChangeNote),
        ("Bahasa", draft => draft.Rest.Language ?? "id"),
        ("Tanda", draft => string.Join(", ", draft.Tags)),
    ];

    /// <summary>In the order of the check; none where both say the same.</summary>
    public static IReadOnlyList<DraftDifference> Between(Draft mine, Draft theirs) =>
        [
            .. Fields
                .Select(one => new DraftDifference(one.Field, one.Of(mine).Trim(), one.Of(theirs).Trim()))
                .Where(one => one.Mine != one.Theirs),
        ];
}
