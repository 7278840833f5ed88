using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Ingest;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>Signing in as a made-up person, and out again. Elsewhere than under the local host there is neither.</summary>
public sealed class SignInScreens(SignIn signIn, DeskDoor door, CurrentOffices offices, Site site, TimeProvider time)
{
    private const long MostBytes = 16 * 1024;

    public async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken) =>
        signIn.IsMadeUp
            ? await DeskRenderer.ShowAsync<SignInScreen>(
                await door.ViewAsync(null, cancellationToken),
                new() { ["Return"] = Return(request.Query["return"]) }
            )
            : DeskDoor.NoDesk();

    public async Task<IResult> EnterAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (
            !signIn.IsMadeUp
            || await BoundedBody.ReadAsync(request, MostBytes, cancellationToken) is not { } body
            || await DeskDoor.ReadFormAsync(request, body, cancellationToken) is not { } form
        )
        {
            return DeskDoor.NoDesk();
        }

        var (now, secret) = (time.GetUtcNow(), await offices.SecretAsync(cancellationToken));
        if (
            !DeskDoor.IsOwn(request, form, "", now, secret)
            || MadeUpPeople.All.FirstOrDefault(person => person.Id == form["person"]) is not { } chosen
        )
        {
            return await ShowAsync(request, cancellationToken);
        }

        Write(request, MadeUpPeople.CookieFor(chosen, now, secret), DeskSession.Lasts);
        return new SeeOther(Return(form["return"]));
    }

    /// <summary>Forgets who it was.</summary>
    public Task<IResult> LeaveAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Enter,
            MostBytes,
            (_, _) =>
            {
                Write(request, "", TimeSpan.Zero);
                return Task.FromResult<IResult>(
                    new SeeOther(
                        signIn.IsMadeUp
                            ? Root + "/desk/sign-in"
                            : "/.auth/logout?post_logout_redirect_uri=" + Uri.EscapeDataString(Root + "/")
                    )
                );
            },
            cancellationToken
        );

    private string Root => site.BaseAddress.AbsolutePath.TrimEnd('/');

    /// <summary>Only back to the desk: whoever made the link may not choose where it leads.</summary>
    private string Return(string? asked) =>
        asked is { Length: < 200 }
        && asked.StartsWith(Root + "/desk", StringComparison.Ordinal)
        // A line end would end the header.
        && asked.All(letter => letter is > ' ' and < (char)127)
        && !asked.Contains("//", StringComparison.Ordinal)
        && !asked.Contains('\\', StringComparison.Ordinal)
            ? asked
            : Root + "/desk";

    private void Write(HttpRequest request, string cookie, TimeSpan lasts) =>
        request.HttpContext.Response.Cookies.Append(
            DeskSession.Cookie,
            cookie,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = site.BaseAddress.Scheme == Uri.UriSchemeHttps,
                Path = Root + "/desk",
                // And not a moment at which it ends: the browser's clock may be another.
                MaxAge = lasts,
            }
        );
}
