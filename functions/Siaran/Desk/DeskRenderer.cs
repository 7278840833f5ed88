using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Desk.Screens;

namespace Siaran.Desk;

/// <summary>Draws the screens, as plain HTML on the server.</summary>
internal static class DeskRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <param name="view">Goes to every screen.</param>
    /// <param name="parameters">The screen's own, by name.</param>
    /// <param name="status">The status code.</param>
    public static async Task<IResult> ShowAsync<TScreen>(
        DeskView view,
        Dictionary<string, object?> parameters,
        int status = StatusCodes.Status200OK
    )
        where TScreen : IComponent
    {
        parameters["View"] = view;
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TScreen>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        return new DeskPage(Encoding.UTF8.GetBytes(html), status);
    }

    /// <summary>A screen that only says something.</summary>
    public static Task<IResult> NoticeAsync(DeskView view, int status, string title, string said) =>
        ShowAsync<NoticeScreen>(view, new() { ["Title"] = title, ["Said"] = said }, status);

    /// <summary>A screen that says why a form was not taken, and gives back what it said.</summary>
    public static Task<IResult> ReturnedAsync(
        DeskView view,
        int status,
        string title,
        string said,
        IFormCollection form,
        bool isOwn = false
    ) =>
        ShowAsync<ReturnedScreen>(
            view,
            new()
            {
                ["Title"] = title,
                ["Said"] = said,
                ["Form"] = form,
                ["AsNew"] = isOwn && form.ContainsKey("body"),
            },
            status
        );

    /// <summary>What is answered alike for what does not exist and for what is another office's.</summary>
    /// <param name="view">Draws it.</param>
    /// <param name="form">What was sent from the desk, to be given back; null for a request that only looks.</param>
    public static Task<IResult> NotFoundAsync(DeskView view, IFormCollection? form = null) =>
        ReturnedAsync(
            view,
            StatusCodes.Status404NotFound,
            "Tidak ada di sini",
            "Naskah atau rilis ini tidak ada, sudah terbit, sudah dibuang, atau bukan milik kantor Anda.",
            form ?? FormCollection.Empty,
            isOwn: true
        );
}
