using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Siaran.Ingest;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Desk;

/// <summary>Lets people in: who has signed in, whose role allows what the screen asks, and whose form comes from the desk itself.</summary>
public sealed class DeskDoor(SignIn signIn, CurrentOffices offices, Availability availability, Site site, TimeProvider time)
{
    /// <summary>The field that every form sends back.</summary>
    public const string TokenField = "_token";

    private const string Purpose = "form";

    /// <summary>Characters of one field.</summary>
    private const int LongestField = 4 * 1024 * 1024;

    /// <summary>Whether there is a desk at all.</summary>
    public bool IsOpen => signIn.IsOn;

    /// <summary>A request that only looks.</summary>
    public Task<IResult> OpenAsync(
        HttpRequest request,
        DeskRight right,
        Func<DeskVisit, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    ) => availability.AnswerAsync("desk", ct => EnterAsync(request, right, FormCollection.Empty, screen, ct), cancellationToken);

    /// <summary>A form that was sent.</summary>
    /// <param name="request">POST.</param>
    /// <param name="right">What it takes to send it.</param>
    /// <param name="most">Bytes of the form.</param>
    /// <param name="screen">Acts, and answers.</param>
    /// <param name="cancellationToken">Ends it before it has begun.</param>
    public async Task<IResult> SendAsync(
        HttpRequest request,
        DeskRight right,
        long most,
        Func<DeskVisit, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    )
    {
        if (!signIn.IsOn)
        {
            return NoDesk();
        }

        if (await BoundedBody.ReadAsync(request, most, cancellationToken) is not { } body)
        {
            return await DeskRenderer.NoticeAsync(
                await ViewAsync(null, cancellationToken),
                StatusCodes.Status413PayloadTooLarge,
                "Terlalu besar",
                $"Sekali kirim paling banyak {most / 1024 / 1024} MB."
            );
        }

        return await ReadFormAsync(request, body, cancellationToken) is { } form
            ? await EnterAsync(request, right, form, screen, cancellationToken)
            : await DeskRenderer.NoticeAsync(
                await ViewAsync(null, cancellationToken),
                StatusCodes.Status400BadRequest,
                "Isian ini tidak terbaca",
                $"Satu isian memuat paling banyak {LongestField / 1024 / 1024} MB teks. Kirim naskah sepanjang itu sebagai berkas. Tombol Kembali peramban mengembalikan isian Anda."
            );
    }

    /// <summary>What a form must send back, for a person and a while.</summary>
    public static string TokenFor(string person, DateTimeOffset now, ReadOnlyMemory<byte> secret) =>
        DeskSession.Write(Purpose, person, now + DeskSession.Lasts, secret);

    /// <summary>Whether a form comes from a screen that this service gave to the same person, and not from another site.</summary>
    public static bool IsOwn(HttpRequest request, IFormCollection form, string person, DateTimeOffset now, ReadOnlyMemory<byte> secret) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && DeskSession.Read(Purpose, form[TokenField], now, secret) == person;

    internal static ProblemResult NoDesk() => ProblemResult.NotFound("There is no desk here.");

    /// <summary>Draws for someone, or for nobody.</summary>
    internal async Task<DeskView> ViewAsync(DeskUser? user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return new DeskView(site, user, TokenFor(user?.Id ?? "", now, await offices.SecretAsync(cancellationToken)), now);
    }

    private async Task<IResult> EnterAsync(
        HttpRequest request,
        DeskRight right,
        IFormCollection form,
        Func<DeskVisit, CancellationToken, Task<IResult>> screen,
        CancellationToken cancellationToken
    )
    {
        if (!signIn.IsOn)
        {
            return NoDesk();
        }

        var user = await signIn.FindAsync(request, cancellationToken);
        var view = await ViewAsync(user, cancellationToken);
        if (user is null)
        {
            return await NotSignedInAsync(request, view, form);
        }

        if (!user.May(right))
        {
            return await DeskRenderer.ReturnedAsync(view, StatusCodes.Status403Forbidden, "Tidak untuk Anda", Refusal(user), form);
        }

        var stored = await offices.GetAsync(cancellationToken);
        var secret = await offices.SecretAsync(cancellationToken);
        if (HttpMethods.IsPost(request.Method) && !IsOwn(request, form, user.Id, view.Now, secret))
        {
            // Only to be copied: whoever made another site send it may not have it sent from here.
            return await DeskRenderer.ReturnedAsync(
                view,
                StatusCodes.Status403Forbidden,
                "Isian ini sudah lama terbuka",
                "Demi keamanan isian hanya berlaku 12 jam dan harus dikirim dari meja ini sendiri. Buka lagi layarnya dari daftar, lalu kirim lagi.",
                form
            );
        }

        return await screen(new DeskVisit(user, stored.Register, view, request.Query, form, secret), cancellationToken);
    }

    private async Task<IResult> NotSignedInAsync(HttpRequest request, DeskView view, IFormCollection form) =>
        HttpMethods.IsPost(request.Method)
            ? await DeskRenderer.ReturnedAsync(
                view,
                StatusCodes.Status401Unauthorized,
                "Anda belum masuk",
                "Sesi Anda sudah berakhir. Masuk dahulu di jendela lain, lalu kirim lagi.",
                form
            )
            : new SeeOther(SignInAddress(request));

    private string SignInAddress(HttpRequest request)
    {
        var back = site.BaseAddress.AbsolutePath.TrimEnd('/') + request.Path.Value;
        return signIn.IsMadeUp
            ? $"{site.BaseAddress.AbsolutePath.TrimEnd('/')}/desk/sign-in?return={Uri.EscapeDataString(back)}"
            : $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(back)}";
    }

    private static string Refusal(DeskUser user) =>
        user.Roles is DeskRoles.None
            ? "Akun Anda belum punya peran di meja redaksi, atau belum terdaftar di kantor mana pun. Minta pengelola mendaftarkannya."
            : "Peran Anda tidak mencakup tindakan ini. Minta rekan yang berwenang melakukannya.";

    /// <returns>Null where it is no form, or a field is too long or holds what no text holds.</returns>
    internal static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, byte[] body, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        request.Body = new MemoryStream(body);
        try
        {
            var bounds = new FormOptions
            {
                ValueLengthLimit = LongestField,
                MultipartBodyLengthLimit = body.Length,
                BufferBodyLengthLimit = body.Length,
            };
            var form = await request.ReadFormAsync(bounds, cancellationToken);
            // The bound of a value is for forms without files alone.
            return form.Any(field => field.Value.Any(value => value?.Length > LongestField)) ? null : form;
        }
        // A zero character within a value is an operation that is not valid.
        catch (Exception ex) when (ex is InvalidDataException or BadHttpRequestException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
