using System.Text.Json;

namespace Siaran.Desk;

/// <summary>
/// What App Service authentication says of who signed in: base64 of JSON in <c>X-MS-CLIENT-PRINCIPAL</c>
/// (https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities).
/// </summary>
public static class ClientPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int Longest = 32 * 1024;
    private static readonly string[] Ids = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] UserNames =
    [
        "preferred_username",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    ];

    /// <param name="header">As the platform sets it.</param>
    /// <returns>Null where it names nobody.</returns>
    public static SignedIn? Read(string? header)
    {
        if (header is not { Length: > 0 and <= Longest } || Parse(header) is not { Claims: { } claims } principal)
        {
            return null;
        }

        var id = First(claims, Ids);
        var userName = First(claims, UserNames) ?? id;
        return id is null
            ? null
            : new SignedIn(
                id,
                userName!,
                First(claims, [principal.NameType ?? "name", "name"]) ?? userName!,
                RolesIn(claims, principal.RoleType)
            );
    }

    private static Principal? Parse(string header)
    {
        try
        {
            return JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), JsonSerializerOptions.Web);
        }
        catch (Exception ex) when (ex is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? First(IEnumerable<Claim> claims, IReadOnlyList<string> types) =>
        types
            .Select(type => claims.FirstOrDefault(claim => claim.Type == type)?.Value)
            .FirstOrDefault(value => value is { Length: > 0 and <= 200 });

    private static DeskRoles RolesIn(IEnumerable<Claim> claims, string? type) =>
        claims
            .Where(claim => claim.Type == "roles" || (type is not null && claim.Type == type))
            .Select(claim =>
                Enum.GetValues<DeskRoles>().FirstOrDefault(role => string.Equals(role.ToString(), claim.Value, StringComparison.Ordinal))
            )
            .Aggregate(DeskRoles.None, (all, role) => all | role);

    private sealed record Principal(
        IReadOnlyList<Claim>? Claims,
        [property: System.Text.Json.Serialization.JsonPropertyName("name_typ")] string? NameType,
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleType
    );

    private sealed record Claim(
        [property: System.Text.Json.Serialization.JsonPropertyName("typ")] string? Type,
        [property: System.Text.Json.Serialization.JsonPropertyName("val")] string? Value
    );
}
