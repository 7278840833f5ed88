using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Siaran.Functions;

namespace Siaran.IntegrationTests;

/// <summary>
/// In Azure each request is matched twice: by the host, in alphabetical order of the functions' names, and by the worker, by ASP.NET's
/// precedence. Where they differ it hangs.
/// </summary>
[TestClass]
public sealed class RoutesTests
{
    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. from type in typeof(CollectFunctions).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from trigger in method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<HttpTriggerAttribute>())
        orderby function.Name.ToUpperInvariant()
        select (function.Name, trigger),
    ];

    private static WebApplication? worker;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRouting();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        worker = builder.Build();
        foreach (var (name, trigger) in Functions)
        {
            worker.MapMethods($"/{trigger.Route}", trigger.Methods!, (HttpContext http) => http.Response.Headers["Function"] = name);
        }

        await worker.StartAsync(context.CancellationToken);
    }

    [ClassCleanup]
    public static async Task StopAsync() => await worker!.DisposeAsync();

    [TestMethod]
    [DataRow("GET HEAD OPTIONS", "/", "Front")]
    [DataRow("GET HEAD OPTIONS", "/?code=x", "Front")]
    [DataRow("GET HEAD OPTIONS", "/feeds", "FeedDirectory")]
    [DataRow("GET HEAD OPTIONS", "/feeds/", "FeedDirectory")]
    [DataRow("GET HEAD OPTIONS", "/FEEDS/all.rss", "FeedRead")]
    [DataRow("GET HEAD OPTIONS", "/feeds/index.opml", "FeedRead")]
    [DataRow("GET HEAD OPTIONS", "/feeds/tag:keyword:a%2Fb.rss", "FeedRead")]
    [DataRow("GET HEAD", "/feeds/all/rss", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/changes", "Changes")]
    [DataRow("GET HEAD OPTIONS", "/sitemap.xml", "Sitemap")]
    [DataRow("GET HEAD", "/robots.txt", "Robots")]
    [DataRow("GET HEAD", "/health", "Health")]
    [DataRow("GET HEAD", "/assets/site.css", "Asset")]
    [DataRow("GET HEAD OPTIONS", "/tags", "TagKinds")]
    [DataRow("GET HEAD OPTIONS", "/tags.json", "TagKindsJson")]
    [DataRow("GET HEAD OPTIONS", "/tags/topic", "TagKind")]
    [DataRow("GET HEAD OPTIONS", "/tags/topic.json", "TagKind")]
    [DataRow("GET HEAD OPTIONS", "/tags/topic/kesehatan", "Tag")]
    [DataRow("POST", "/releases", "ReleaseCreate")]
    [DataRow("GET HEAD OPTIONS", "/releases", "Archive")]
    [DataRow("GET HEAD OPTIONS", "/releases?month=2025-03", "Archive")]
    [DataRow("PUT PATCH DELETE", "/releases", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/search?q=a", "Search")]
    [DataRow("GET HEAD OPTIONS", "/search.rss?q=a", "SearchFeed")]
    [DataRow("GET HEAD OPTIONS", "/opensearch.xml", "OpenSearch")]
    [DataRow("POST", "/search", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/en/search?q=a", "LanguageSearch")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5", "ReleaseRead")]
    [DataRow("PUT", "/releases/kabar-0157e6f5", "ReleaseRevise")]
    [DataRow("POST DELETE PATCH", "/releases/kabar-0157e6f5", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/related", "ReleaseRelated")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/widget", "ReleaseRelated")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/revisions", "ReleaseChanges")]
    [DataRow("GET HEAD OPTIONS", "/en/releases/kabar-0157e6f5/revisions", "LanguageReleaseChanges")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/replies", "ReleaseComments")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/replies.rss", "ReleaseCommentsFeed")]
    [DataRow("POST", "/releases/kabar-0157e6f5/replies", "ReleaseCommentsSend")]
    [DataRow("GET HEAD OPTIONS", "/en/releases/kabar-0157e6f5/replies", "LanguageReleaseComments")]
    [DataRow("POST", "/en/releases/kabar-0157e6f5/replies", "LanguageReleaseCommentsSend")]
    [DataRow("GET HEAD OPTIONS", "/releases/kabar-0157e6f5/files/a.jpg", "ReleaseAttachment")]
    [DataRow("GET", "/releases/a/b/c", "WithoutRoute")]
    [DataRow("GET HEAD", "/uploads/bm9uZQ", "UploadState")]
    [DataRow("POST", "/uploads/bm9uZQ", "WithoutRoute")]
    [DataRow("POST", "/uploads/bm9uZQ/confirm", "UploadConfirm")]
    [DataRow("GET", "/uploads/bm9uZQ/confirm", "WithoutRoute")]
    [DataRow("POST", "/maintenance/rebuild", "Rebuild")]
    [DataRow("GET", "/maintenance/rebuild", "RebuildState")]
    [DataRow("PUT DELETE", "/maintenance/rebuild", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/en", "LanguageFront")]
    [DataRow("GET HEAD OPTIONS", "/id/", "LanguageFront")]
    [DataRow("GET HEAD OPTIONS", "/en/feeds", "LanguageFeedDirectory")]
    [DataRow("GET HEAD OPTIONS", "/en/feeds/region:lombok-timur", "LanguageFeed")]
    [DataRow("GET HEAD OPTIONS", "/EN/releases/kabar-0157e6f5", "LanguageRelease")]
    [DataRow("GET HEAD OPTIONS", "/en/tags", "LanguageTagKinds")]
    [DataRow("GET HEAD OPTIONS", "/en/tags/topic", "LanguageTagKind")]
    [DataRow("GET HEAD OPTIONS", "/en/tags/topic/kesehatan", "LanguageTag")]
    [DataRow("GET", "/english", "WithoutRoute")]
    [DataRow("GET", "/en/health", "WithoutRoute")]
    [DataRow("GET HEAD OPTIONS", "/en/releases", "LanguageArchive")]
    [DataRow("GET HEAD", "/favicon.ico", "Icon")]
    [DataRow("GET HEAD POST PUT PATCH DELETE", "/index.html", "WithoutRoute")]
    [DataRow("GET", "/a/b/c/d/e", "WithoutRoute")]
    [DataRow("OPTIONS", "/index.html", null)]
    [DataRow("GET POST", "/admin/host/status", null)]
    [DataRow("GET POST", "/runtime/webhooks/x", null)]
    [DataRow("GET", "/maintenance/audit", "Audit")]
    [DataRow("GET", "/maintenance/offices", "OfficesRead")]
    [DataRow("PUT", "/maintenance/offices", "OfficesReplace")]
    [DataRow("GET", "/desk", "DeskList")]
    [DataRow("GET", "/desk/guide", "DeskGuide")]
    [DataRow("GET", "/desk/audit.csv", "DeskAudit")]
    [DataRow("GET", "/desk/new", "DeskNew")]
    [DataRow("POST", "/desk/new", "DeskDrop")]
    [DataRow("GET", "/desk/uploads/bm9uZQ", "DeskMend")]
    [DataRow("POST", "/desk/uploads/bm9uZQ", "DeskMendSend")]
    [DataRow("GET", "/desk/sign-in", "DeskSignIn")]
    [DataRow("POST", "/desk/sign-in", "DeskSignInSend")]
    [DataRow("POST", "/desk/sign-out", "DeskSignOut")]
    [DataRow("GET", "/desk/replies", "DeskReplies")]
    [DataRow("POST", "/desk/replies", "DeskRepliesSend")]
    [DataRow("GET", "/desk/drafts/0a1b2c", "DeskCheck")]
    [DataRow("POST", "/desk/drafts/0a1b2c", "DeskSave")]
    [DataRow("POST", "/desk/drafts/0a1b2c/discard", "DeskDiscard")]
    [DataRow("POST", "/desk/drafts/0a1b2c/review", "DeskReview")]
    [DataRow("GET", "/desk/drafts/0a1b2c/files/a.jpg", "DeskFile")]
    [DataRow("GET", "/desk/drafts/0a1b2c/preview", "DeskPreview")]
    [DataRow("GET", "/desk/drafts/0a1b2c/page", "DeskPreviewPage")]
    [DataRow("POST", "/desk/drafts/0a1b2c/share", "DeskShare")]
    [DataRow("GET", "/desk/shared/bm9uZQ", "DeskShared")]
    [DataRow("GET", "/desk/shared/bm9uZQ/files/a.jpg", "DeskSharedFile")]
    [DataRow("GET", "/desk/drafts/0a1b2c/when", "DeskWhen")]
    [DataRow("POST", "/desk/drafts/0a1b2c/when", "DeskSend")]
    [DataRow("POST", "/desk/drafts/0a1b2c/rebase", "DeskRebase")]
    [DataRow("GET", "/desk/releases/0a1b2c", "DeskRelease")]
    [DataRow("POST", "/desk/releases/0a1b2c/correct", "DeskCorrect")]
    [DataRow("GET", "/desk/releases/0a1b2c/history", "DeskHistory")]
    [DataRow("GET", "/desk/releases/0a1b2c/tags", "DeskTags")]
    [DataRow("POST", "/desk/releases/0a1b2c/tags", "DeskTagsSend")]
    [DataRow("GET", "/desk/releases/0a1b2c/withdraw", "DeskWithdraw")]
    [DataRow("POST", "/desk/releases/0a1b2c/withdraw", "DeskWithdrawSend")]
    [DataRow("POST", "/", null)]
    public async Task Host_and_worker_find_the_same_function(string methods, string address, string? function)
    {
        foreach (var method in methods.Split(' '))
        {
            Assert.AreEqual(function, ByHost(method, new PathString(address.Split('?')[0])), $"the host, {method}");
            Assert.AreEqual(function, await ByWorkerAsync(method, address), $"the worker, {method}");
        }
    }

    [TestMethod]
    public void Every_function_takes_just_the_methods_that_are_tried_here()
    {
        var tried = typeof(RoutesTests)
            .GetMethod(nameof(Host_and_worker_find_the_same_function))!
            .GetCustomAttributes<DataRowAttribute>()
            .Where(row => row.Data[2] is not null)
            .SelectMany(row => ((string)row.Data[0]!).Split(' ').Select(method => $"{row.Data[2]} {method}"))
            .Distinct();

        CollectionAssert.AreEquivalent(
            Functions
                .SelectMany(function => function.Trigger.Methods!.Select(method => $"{function.Name} {method.ToUpperInvariant()}"))
                .ToList(),
            tried.ToList()
        );
    }

    private static string? ByHost(string method, PathString path) =>
        Functions
            .Where(function =>
                function.Trigger.Methods!.Contains(method, StringComparer.OrdinalIgnoreCase) && Matches(function.Trigger.Route!, path)
            )
            .Select(function => function.Name)
            .FirstOrDefault();

    private static bool Matches(string route, PathString path)
    {
        var template = TemplateParser.Parse(route);
        var values = new RouteValueDictionary();
        var resolver = worker!.Services.GetRequiredService<IInlineConstraintResolver>();
        return new TemplateMatcher(template, []).TryMatch(path, values)
            && template
                .Parameters.SelectMany(parameter =>
                    parameter.InlineConstraints.Select(constraint => (parameter, resolver.ResolveConstraint(constraint.Constraint)!))
                )
                .All(one =>
                    (one.parameter.IsOptional ? new OptionalRouteConstraint(one.Item2) : one.Item2).Match(
                        null,
                        null,
                        one.parameter.Name!,
                        values,
                        RouteDirection.IncomingRequest
                    )
                );
    }

    private static async Task<string?> ByWorkerAsync(string method, string address)
    {
        using var client = new HttpClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(worker!.Urls.First() + address)));
        return answer.Headers.TryGetValues("Function", out var names) ? names.Single() : null;
    }
}
