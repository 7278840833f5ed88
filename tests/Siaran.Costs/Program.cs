using Siaran.Costs;

// Money a month for three offices, from measured counts and list prices: dotnet run --project tests/Siaran.Costs [-- FOLDER]
var folder = args.Length > 0 ? args[0] : "infra";
var pricesFile = Path.Combine(folder, "prices.json");
var countsFile = Path.Combine(folder, "counts.json");
foreach (
    var (file, cure) in ((string, string)[])
        [
            (pricesFile, "run from the root of the repository, or name the folder"),
            (countsFile, "the counts have not been measured yet: run the tests, which write it"),
        ]
)
{
    if (!File.Exists(file))
    {
        await Console.Error.WriteLineAsync($"{file} is missing: {cure}.");
        return 1;
    }
}

Console.Write(Report.Of(Counts.Parse(await File.ReadAllTextAsync(countsFile)), Prices.Parse(await File.ReadAllTextAsync(pricesFile))));
return 0;
