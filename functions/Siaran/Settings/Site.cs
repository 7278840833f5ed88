using System.ComponentModel.DataAnnotations;

namespace Siaran.Settings;

/// <summary>What the documents say of the place that serves them.</summary>
public sealed class Site : IValidatableObject
{
    /// <summary>
    /// The public address under which everything is served: absolute, http or https. Behind a host it cannot be read from the request.
    /// </summary>
    [Required]
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1:7071/");

    [Required]
    public string Title { get; set; } = "Siaran";

    public string Description { get; set; } = "Siaran pers pemerintah, selengkapnya.";

    /// <summary>The language of the site itself (BCP 47).</summary>
    public string Language { get; set; } = "id";

    /// <summary>The zone in which times are shown (IANA).</summary>
    public string TimeZone { get; set; } = "Asia/Makassar";

    /// <summary>The WebSub hub; null where there is none.</summary>
    public Uri? Hub { get; set; }

    /// <summary>
    /// Whom journalists ask, by office: <c>Dinas Kesehatan: humas@dinkes.example, 0812…; BPBD: …</c>. Shown with the office's releases.
    /// </summary>
    public string PressContacts { get; set; } = "";

    /// <summary>How long a document is served from memory without asking storage.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long caches and readers may keep a document unasked.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a reader that knows nothing better should ask (RSS <c>ttl</c>); whole minutes.</summary>
    public TimeSpan Ttl { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Memory for documents kept ready, in bytes.</summary>
    public long CacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>An address on this site; <paramref name="relative"/> has no leading slash and is escaped already.</summary>
    public Uri Address(string relative) => new($"{BaseAddress.AbsoluteUri.TrimEnd('/')}/{relative}");

    /// <summary>The same moment in <see cref="TimeZone"/>.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>Whom journalists ask about the releases of an office; null where nobody is named.</summary>
    public string? PressContactOf(string? agency) =>
        Contacts().FirstOrDefault(contact => contact.Key.Equals(agency?.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>When a day begins in <see cref="TimeZone"/>.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, TimeZoneInfo.FindSystemTimeZoneById(TimeZone).GetUtcOffset(midnight));
    }

    /// <summary>The address of a release's page.</summary>
    public Uri ReleaseAddress(string slug) => Address($"releases/{slug}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !BaseAddress.IsAbsoluteUri
            || BaseAddress.Scheme is not ("http" or "https")
            || BaseAddress.Query.Length > 0
            || BaseAddress.Fragment.Length > 0
        )
        {
            yield return new("BaseAddress is an absolute http or https address without query.", [nameof(BaseAddress)]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new(
                $"TimeZone {TimeZone} is not known on this machine; an IANA name such as Asia/Makassar is needed.",
                [nameof(TimeZone)]
            );
        }

        if (Hub is not null && (!Hub.IsAbsoluteUri || !(Hub.Scheme is "https" || (Hub.Scheme is "http" && Hub.IsLoopback))))
        {
            yield return new("Hub is an absolute https address.", [nameof(Hub)]);
        }

        if (Freshness < TimeSpan.Zero || MaxAge < TimeSpan.Zero || CacheBytes < 0)
        {
            yield return new("Freshness, MaxAge and CacheBytes are not negative.", [nameof(Freshness), nameof(MaxAge), nameof(CacheBytes)]);
        }

        if (PressContacts.Split(';', Trimmed).Length != Contacts().Count())
        {
            yield return new("PressContacts are offices and contacts, such as 'BPBD: humas@bpbd.example; …'.", [nameof(PressContacts)]);
        }

        if (Ttl < TimeSpan.FromMinutes(1))
        {
            yield return new("Ttl is at least a minute.", [nameof(Ttl)]);
        }
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private IEnumerable<KeyValuePair<string, string>> Contacts() =>
        from part in PressContacts.Split(';', Trimmed)
        let colon = part.IndexOf(':', StringComparison.Ordinal)
        where colon > 0 && colon < part.Length - 1
        select KeyValuePair.Create(part[..colon].Trim(), part[(colon + 1)..].Trim());
}
