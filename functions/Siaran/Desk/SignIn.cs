using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>Someone whom the directory, or the page of made-up people, vouches for.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="UserName">As they sign in; may be an address.</param>
/// <param name="Name">For people.</param>
/// <param name="Roles">What they may be.</param>
public sealed record SignedIn(string Id, string UserName, string Name, DeskRoles Roles);

/// <summary>Tells who sits at the desk.</summary>
public sealed class SignIn(DeskOptions options, CurrentOffices offices, IConfiguration configuration, TimeProvider time)
{
    /// <summary>Whether there is a desk.</summary>
    public bool IsOn => options.SignIn != DeskOptions.Nobody;

    /// <summary>Whether made-up people sign in; then, and only then, there is a page for it.</summary>
    public bool IsMadeUp => options.SignIn == DeskOptions.MadeUp && DeskOptions.IsLocal(configuration);

    /// <returns>Null where nobody has signed in.</returns>
    public async Task<DeskUser?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await SignedInAsync(request, cancellationToken) is not { } person)
        {
            return null;
        }

        var (register, _, _) = await offices.GetAsync(cancellationToken);
        var holder = register.Find(HolderKind.Identity, person.Id) ?? register.Find(HolderKind.Identity, person.UserName);
        var actsForAll = !register.IsConfigured || person.Roles is DeskRoles.Operator;
        var actor = new Actor($"identity:{holder?.Name ?? person.UserName}", actsForAll ? null : holder?.Offices ?? []);
        var isKnown = actsForAll || holder is not null;
        return new DeskUser(person.Id, person.Name, isKnown ? person.Roles : DeskRoles.None, actor);
    }

    private async Task<SignedIn?> SignedInAsync(HttpRequest request, CancellationToken cancellationToken) =>
        IsMadeUp ? MadeUpPeople.Find(request.Cookies[DeskSession.Cookie], await offices.SecretAsync(cancellationToken), time.GetUtcNow())
        : options.SignIn == DeskOptions.Platform && IsVouchedFor ? ClientPrincipal.Read(request.Headers[ClientPrincipal.Header])
        : null;

    /// <summary>
    /// The platform takes away what a client sends in its header only where its authentication is on, which it says here.
    /// </summary>
    private bool IsVouchedFor => bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var enabled) && enabled;
}
