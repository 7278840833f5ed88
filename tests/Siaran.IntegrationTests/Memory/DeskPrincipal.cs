using System.Text;
using System.Text.Json;

namespace Siaran.IntegrationTests.Memory;

/// <summary>The header by which the platform vouches for someone.</summary>
internal static class DeskPrincipal
{
    public static string Of(string name, IEnumerable<string> roles)
    {
        var claims = roles
            .Select(role => new { typ = "roles", val = role })
            .Append(new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = $"id-{name}" })
            .Append(new { typ = "preferred_username", val = $"{name}@nusajaya.example" })
            .Append(new { typ = "name", val = name });
        return Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                JsonSerializer.Serialize(
                    new
                    {
                        auth_typ = "aad",
                        name_typ = "name",
                        role_typ = "roles",
                        claims,
                    }
                )
            )
        );
    }
}
