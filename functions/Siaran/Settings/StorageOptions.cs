using System.ComponentModel.DataAnnotations;

namespace Siaran.Settings;

public sealed class StorageOptions
{
    /// <summary>Whether missing containers and tables are made at start. Not needed where the infrastructure makes them.</summary>
    public bool CreateMissing { get; set; } = true;

    /// <summary>Requests of one piece of work that may go out at once, such as the listings that one release enters.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    /// <summary>How long the first repetition of a request that failed waits; later ones wait longer.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}
