using System.Collections.Concurrent;
using System.Text.Json;

namespace Siaran.LocalHost.Timers;

/// <summary>Keeps each timer's status: in memory and, where there is a folder, in one JSON file per function.</summary>
internal sealed class ScheduleStatuses(string? folder)
{
    private readonly ConcurrentDictionary<string, ScheduleStatus> statuses = new(StringComparer.OrdinalIgnoreCase);

    public ScheduleStatus? Of(string function)
    {
        if (statuses.TryGetValue(function, out var status))
        {
            return status;
        }

        return folder is not null && File.Exists(FileOf(function)) ? Read(FileOf(function)) : null;
    }

    public void Set(string function, ScheduleStatus status)
    {
        statuses[function] = status;
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        // Written next to it and moved over: a process that dies in between leaves the old status
        // whole.
        var unfinished = FileOf(function) + ".new";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(status));
        File.Move(unfinished, FileOf(function), overwrite: true);
    }

    private string FileOf(string function) => Path.Combine(folder!, $"{function}.json");

    private static ScheduleStatus? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ScheduleStatus>(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            // A damaged file is as good as none: the real host, too, starts over.
            return null;
        }
    }
}
