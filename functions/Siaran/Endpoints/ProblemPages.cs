using Microsoft.AspNetCore.Http;
using Siaran.Intake;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Problems and refused uploads as pages of the site.</summary>
public sealed class ProblemPages(PageRenderer pages, Site site) : IProblemPages
{
    /// <inheritdoc/>
    public async Task<ProblemPage> WriteAsync(HttpRequest request, ProblemResult problem)
    {
        var language = AskedLanguage.Of(request, site).Page;
        var page =
            problem.Status == StatusCodes.Status404NotFound
                ? await pages.NotFoundAsync(language: language)
                : await pages.ProblemAsync(problem.Status, problem.Detail, language);
        return new(page, language.Code);
    }

    /// <summary>An upload that was refused, with everything that is to be mended.</summary>
    public async Task<ProblemPage> WriteAsync(HttpRequest request, int status, IntakeReport report)
    {
        var language = AskedLanguage.Of(request, site).Page;
        return new(await pages.RefusedUploadAsync(status, report, language), language.Code);
    }
}
