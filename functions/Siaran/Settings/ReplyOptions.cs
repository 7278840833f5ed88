using System.ComponentModel.DataAnnotations;

namespace Siaran.Settings;

/// <summary>Replies of readers.</summary>
public sealed class ReplyOptions
{
    /// <summary>
    /// How many proxies of one's own stand before the platform's front end, each of which names in <c>X-Forwarded-For</c> whom it heard: 1
    /// with Front Door.
    /// </summary>
    [Range(0, 5)]
    public int Proxies { get; set; }
}
