namespace Siaran.IntegrationTests;

/// <summary>What must be shown as text, whatever field it is typed into.</summary>
internal static class Hostile
{
    public static List<string> Texts { get; } =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'; alert(1)//",
        "</textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "[klik](javascript:alert(1))",
        "![a](x\" onerror=\"alert(1))",
        "{{constructor.constructor('alert(1)')()}}",
    ];
}
