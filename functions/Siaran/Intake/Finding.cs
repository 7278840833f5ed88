using System.Text.Json.Serialization;

namespace Siaran.Intake;

[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Tells what was done; nothing to mend.</summary>
    [JsonStringEnumMemberName("note")]
    Note,

    /// <summary>Taken, but the editor should look.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>The upload may have been misread: it is held until an editor confirms it, and a warning once that is done.</summary>
    [JsonStringEnumMemberName("doubt")]
    Doubt,

    /// <summary>The upload cannot be taken.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

/// <summary>One thing to tell the editor: what, where, and how to mend it.</summary>
/// <param name="Severity">Whether it stops the upload.</param>
/// <param name="Code">Stable, kebab-case; for programs and for the README's table.</param>
/// <param name="Line">From 1 in the file as uploaded, or null where no one line is at fault.</param>
/// <param name="Column">From 1, or null.</param>
/// <param name="Indonesian">For the editor.</param>
/// <param name="English">The same in English.</param>
public sealed record Finding(Severity Severity, string Code, int? Line, int? Column, string Indonesian, string English);
