using Siaran.Benchmarks;

// What is measured and how: README.md in this folder.
switch (args)
{
    case ["start", ..]:
        await StartBenchmark.RunAsync(Count(args, 10), published: args.Length > 2 ? Path.GetFullPath(args[2]) : null);
        return 0;
    case ["requests", ..]:
        await RequestBenchmark.RunAsync(TimeSpan.FromSeconds(Count(args, 5)));
        return 0;
    case ["intake", ..]:
        IntakeBenchmark.Run(args.Length > 1 ? Path.GetFullPath(args[1]) : null);
        return 0;
    case ["memory"]:
        MemoryBenchmark.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Say what to measure: start [TIMES [PUBLISHED]], requests [SECONDS], intake [FOLDER] or memory."
        );
        return 2;
}

static int Count(string[] args, int otherwise) =>
    args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
