using UglyToad.PdfPig.Content;

namespace Siaran.Intake.Documents;

/// <summary>The level lines that are drawn on a page: one through the middle of letters strikes them out.</summary>
internal sealed class PdfStrokes
{
    private const int MostShapes = 20_000;
    private const int MostAtPlace = 50;
    private const double Thickest = 2;
    private const double Shortest = 3;
    private const double Largest = 100;

    // Of a letter's size, above its base line: an underline is below, a rule of a table between lines.
    private const double Lowest = 0.12;
    private const double Highest = 0.5;

    private readonly Dictionary<int, List<(double Left, double Right, double Y)>> lines = [];

    /// <param name="page">The page.</param>
    public PdfStrokes(Page page)
    {
        foreach (var shape in page.Paths.Where(path => path.IsStroked || path.IsFilled).SelectMany(path => path).Take(MostShapes))
        {
            if (shape.GetBoundingRectangle() is { } box && box.Height <= Thickest && box.Width >= Shortest)
            {
                var y = (box.Bottom + box.Top) / 2;
                var place = (int)Math.Clamp(Math.Floor(y), int.MinValue / 2, int.MaxValue / 2);
                var here = lines.TryGetValue(place, out var known) ? known : lines[place] = [];
                if (here.Count < MostAtPlace)
                {
                    here.Add((box.Left, box.Right, y));
                }
            }
        }
    }

    /// <summary>Whether one of them goes through a letter.</summary>
    public bool Cross(Letter letter)
    {
        if (lines.Count == 0 || letter.PointSize > Largest)
        {
            return false;
        }

        var (x, y) = ((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y);
        var (low, high) = (y + (letter.PointSize * Lowest), y + (letter.PointSize * Highest));
        for (var place = (int)Math.Floor(low); place <= high; place++)
        {
            if (
                lines.TryGetValue(place, out var here)
                && here.Exists(line => line.Left <= x && x <= line.Right && line.Y > low && line.Y < high)
            )
            {
                return true;
            }
        }

        return false;
    }
}
