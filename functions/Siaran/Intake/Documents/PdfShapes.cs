using UglyToad.PdfPig.Content;

namespace Siaran.Intake.Documents;

/// <summary>
/// Letters of a page that belong to a larger or smaller one next to them: the raised figure of <c>m²</c>, the large first letter of a
/// text. By themselves they would be lines of their own.
/// </summary>
internal sealed class PdfShapes
{
    private const int Cell = 8;
    private const int MostInCell = 12;
    private const int MostInitials = 100;
    private const double Small = 0.8;
    private const double Large = 1.8;
    private const double Largest = 100;

    private const string Figures = "0123456789+-−";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋";

    private readonly Dictionary<Letter, string> behind = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Letter, string> before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Letter, (Letter Letter, bool IsRaised)> owners = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Letter> taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int X, int Y), List<Letter>> byStart;
    private readonly Dictionary<(int X, int Y), List<Letter>> byEnd;

    /// <param name="letters">The upright ones of a page.</param>
    public PdfShapes(IReadOnlyList<Letter> letters)
    {
        var written = letters.Where(letter => letter.PointSize is > 1 and <= Largest && !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        (byStart, byEnd) = (Cells(written, letter => letter.StartBaseLine), Cells(written, letter => letter.EndBaseLine));
        foreach (
            var letter in written
                .Where(letter => letter.Value is [var c] && Figures.Contains(c, StringComparison.Ordinal))
                .OrderBy(letter => letter.StartBaseLine.X)
        )
        {
            Raise(letter);
        }

        var body = written.GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(same => same.Count())?.Key ?? 0;
        foreach (
            var letter in written
                .Where(letter => letter.Value is [var c] && char.IsUpper(c) && letter.PointSize >= body * Large)
                .Take(MostInitials)
        )
        {
            Join(letter, body);
        }
    }

    /// <summary>Whether a letter belongs to another.</summary>
    public bool Takes(Letter letter) => taken.Contains(letter);

    /// <summary>What belongs before a letter.</summary>
    public string Before(Letter letter) => before.GetValueOrDefault(letter, "");

    /// <summary>What belongs behind a letter.</summary>
    public string Behind(Letter letter) => behind.GetValueOrDefault(letter, "");

    /// <summary>Takes a figure that is small, and higher or lower than the letter directly before it.</summary>
    private void Raise(Letter figure)
    {
        var (x, y) = (figure.StartBaseLine.X, figure.StartBaseLine.Y);
        foreach (var letter in Near(byEnd, x, y, (int)(figure.PointSize * 2)))
        {
            var (gap, height, size) = (x - letter.EndBaseLine.X, y - letter.EndBaseLine.Y, letter.PointSize);
            var isRaised = height > size * 0.15 && height < size * 0.8;
            var isLowered = height < size * -0.04 && height > size * -0.45;
            if (
                figure.PointSize <= size * Small
                && gap > size * -0.3
                && gap < size * 0.25
                && (isRaised || isLowered)
                && char.IsLetterOrDigit(letter.Value[^1])
            )
            {
                Take(figure, letter, isRaised);
                return;
            }

            // The figure before it was raised: of 10 in m¹⁰.
            if (Math.Abs(height) < 0.5 && Math.Abs(gap) < size * 0.2 && taken.Contains(letter) && owners.TryGetValue(letter, out var owner))
            {
                Take(figure, owner.Letter, owner.IsRaised);
                return;
            }
        }
    }

    private void Take(Letter figure, Letter owner, bool isRaised)
    {
        behind[owner] = Behind(owner) + (isRaised ? Raised : Lowered)[Figures.IndexOf(figure.Value, StringComparison.Ordinal)];
        owners[figure] = (owner, isRaised);
        taken.Add(figure);
    }

    /// <summary>Puts a large first letter to the word that goes on in the first line next to it.</summary>
    private void Join(Letter initial, double body)
    {
        var (x, low, high) = (initial.EndBaseLine.X, initial.StartBaseLine.Y, initial.StartBaseLine.Y + initial.PointSize);
        var beside = new List<Letter>();
        for (var y = low; y <= high; y += Cell)
        {
            beside.AddRange(Near(byStart, x, y, Cell + (int)body));
        }

        var next = beside
            .Distinct()
            .Where(letter => letter.StartBaseLine.X >= x - body && letter.StartBaseLine.X <= x + (body * 1.5))
            .ToList();
        var first = next.Where(letter => letter.PointSize < initial.PointSize / 1.5 && letter.StartBaseLine.Y >= low - 1)
            .OrderByDescending(letter => letter.StartBaseLine.Y)
            .ThenBy(letter => letter.StartBaseLine.X)
            .FirstOrDefault();
        // A letter of a heading has others of its size next to it.
        var isOfHeading = next.Exists(letter =>
            letter != initial && letter.PointSize > initial.PointSize * Small && Math.Abs(letter.StartBaseLine.Y - low) < 2
        );
        if (first is { Value: [var c, ..] } && char.IsLower(c) && !isOfHeading && first.StartBaseLine.Y > low + body)
        {
            before[first] = initial.Value;
            taken.Add(initial);
        }
    }

    private static Dictionary<(int X, int Y), List<Letter>> Cells(List<Letter> letters, Func<Letter, UglyToad.PdfPig.Core.PdfPoint> placeOf)
    {
        var cells = new Dictionary<(int X, int Y), List<Letter>>();
        foreach (var letter in letters)
        {
            var place = placeOf(letter);
            var key = (CellOf(place.X), CellOf(place.Y));
            var here = cells.TryGetValue(key, out var known) ? known : cells[key] = [];
            if (here.Count < MostInCell)
            {
                here.Add(letter);
            }
        }

        return cells;
    }

    private static int CellOf(double at) => (int)Math.Clamp(Math.Floor(at / Cell), -1_000_000, 1_000_000);

    /// <summary>The letters of the cells around a place.</summary>
    private static IEnumerable<Letter> Near(Dictionary<(int X, int Y), List<Letter>> cells, double x, double y, int reach)
    {
        var (column, row, around) = (CellOf(x), CellOf(y), Math.Min(3, 1 + (reach / Cell)));
        for (var up = -around; up <= around; up++)
        {
            for (var along = -around; along <= around; along++)
            {
                if (cells.TryGetValue((column + along, row + up), out var here))
                {
                    foreach (var letter in here)
                    {
                        yield return letter;
                    }
                }
            }
        }
    }
}
