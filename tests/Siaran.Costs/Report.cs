using System.Globalization;
using System.Text;

namespace Siaran.Costs;

/// <summary>The bills of every office, with and without Front Door, as a Markdown table.</summary>
public static class Report
{
    public static string Of(Counts counts, Prices prices)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"List prices of {prices.Region} in {prices.Currency}, known for {Span(prices)}; counts measured {counts.Measured:yyyy-MM-dd}."
        );
        text.AppendLine(prices.Note);
        text.AppendLine();
        text.AppendLine(
            "| office | releases a day | feed hits a month | Front Door | functions | storage | telemetry | traffic | watching | Front Door | total a month |"
        );
        text.AppendLine("|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var office in prices.Offices)
        {
            foreach (var frontDoor in (bool[])[false, true])
            {
                var bill = Bill.For(office, counts, prices, frontDoor);
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {office.Name} | {office.ReleasesPerDay:N0} | {office.FeedHitsPerMonth:N0} | {(frontDoor ? "with" : "without")} | {bill.Functions:N2} | {bill.Storage:N2} | {bill.Telemetry:N2} | {bill.Traffic:N2} | {bill.Watching:N2} | {bill.FrontDoor:N2} | {bill.Total:N2} |"
                );
            }
        }

        return text.ToString();
    }

    private static string Span(Prices prices)
    {
        var dates = prices.List.Values.Select(price => price.AsOf).Order(StringComparer.Ordinal).ToList();
        return dates[0] == dates[^1] ? dates[0] : $"{dates[0]} to {dates[^1]}";
    }
}
