using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalRuntime.Timers;

/// <summary>Keeps each timer's status: in memory and, where there is a folder, in one JSON file per function.</summary>
internal sealed class ScheduleStatuses(string? folder)
{
    private readonly ConcurrentDictionary<string, ScheduleStatus> _statuses = new(StringComparer.OrdinalIgnoreCase);

    public ScheduleStatus? Of(string function)
    {
        if (_statuses.TryGetValue(function, out var status))
            return Copy(status);
        return folder is not null && File.Exists(FileOf(function)) ? Read(FileOf(function)) : null;
    }

    public void Set(string function, ScheduleStatus status)
    {
        _statuses[function] = Copy(status);
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
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
            // A damaged file is as good as none: the host, too, begins anew.
            return null;
        }
    }

    private static ScheduleStatus Copy(ScheduleStatus status) => new() { Last = status.Last, Next = status.Next, LastUpdated = status.LastUpdated };
}
