namespace Siaran.Pages.Words;

/// <summary>The words of the pages in English.</summary>
internal static class English
{
    public static PageText Text { get; } =
        new()
        {
            Language = "en",
            Name = "English",
            Locale = "en_GB",
            Dates = Dates,
            Furniture = Furniture,
            Release = Release,
            Revisions = Revisions,
            Replies = Replies,
            Withdrawn = Withdrawn,
            NotFound = NotFound,
            Problems = Problems,
            Refused = Refused,
            Front = Front,
            Feed = Feed,
            Thousands = ",",
            Tags = Tags,
            Search = Search,
            Archive = Archive,
            Why = Why,
            Findings = Findings,
            Kinds = Kinds,
            LanguageNames = LanguageNames,
        };

    private static DateWords Dates =>
        new()
        {
            Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            Months =
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Full = "{0}, {1} {2} {3}",
            Span = "{0} – {1}",
            Brief = "{0} {1} {2}",
            WithTime = "{0}, {1} {2}",
            Time = "HH':'mm",
            Zones = new Dictionary<string, string>
            {
                ["Asia/Jakarta"] = "WIB",
                ["Asia/Pontianak"] = "WIB",
                ["Asia/Makassar"] = "WITA",
                ["Asia/Jayapura"] = "WIT",
            },
        };

    private static FurnitureWords Furniture =>
        new()
        {
            Skip = "Skip to content",
            Navigation = "Main navigation",
            Home = "Home",
            Feeds = "Feeds",
            Breadcrumbs = "You are here",
            AllFeed = "All releases",
            Footer = "Each release is published by the agency named on it.",
            Languages = "Other languages",
        };

    private static ReleaseWords Release =>
        new()
        {
            Updated = "Updated {0}",
            Change = "What changed",
            About = "About this release",
            Attachments = "Attachments",
            Share = "Share",
            CopyLink = "Copy link",
            Copied = "Copied",
            Print = "Print",
            PressContact = "Press contact",
            ReadIn = "Read in {0}",
            EventDate = "Date of the event",
            Licence = "Licence",
            Original = "First published at",
            Tags = "What it is about",
            Related = "Related news",
            AlsoPublishedAs = "Also published as",
            Newest = "Newest",
            NewestOf = "Newest from {0}",
            Follow = "Follow",
            FollowAgency = "Releases from {0}",
            FollowRelated = "Follow related news:",
            HowToSubscribe = "How to subscribe",
            Relations = new()
            {
                Earlier = "Earlier",
                Later = "Later",
                SameEvent = "Same event",
                SameSeries = "Same series",
            },
        };

    private static ReplyWords Replies =>
        new()
        {
            Title = "Leave a reply",
            Count = "Replies: {0}",
            Empty = "No replies yet.",
            Follow = "Follow the replies:",
            Write = "Write a reply",
            Privacy =
                "A moderator reads every reply before it is shown. Your name and your reply are then public as long as this release is; ask the office that issued it to have them removed. What is not shown is deleted, after 30 days at the latest. Your internet address is not kept.",
            Name = "Name",
            Email = "E-mail, if you may be asked back",
            EmailHint = "Only a moderator sees it. It is not passed on, and is deleted once the reply is shown or refused.",
            Text = "Reply",
            TextHint = "At most {0} characters, plain text without links.",
            Trap = "Leave this empty",
            Send = "Send reply",
            Thanks = "Thank you. Your reply is shown here once a moderator has read it.",
            Full = "This release takes no more replies.",
            NotSent = "The reply was not sent:",
            NoName = "Write your name.",
            LongName = "A name has at most {0} characters.",
            BadEmail = "That e-mail address is not complete. Correct it, or leave it empty.",
            NoText = "Write the reply.",
            LongText = "A reply has at most {0} characters; this one has {1}.",
            TooMany = "Too many replies came within a short time. Keep what you wrote and try again in ten minutes.",
        };

    private static RevisionWords Revisions =>
        new()
        {
            Title = "What was changed",
            Said =
                "Every version of this release that the public could read, newest first. Removed words are struck through, added words are underlined.",
            Link = "See what was changed ({0} versions)",
            Version = "Version {0}",
            First = "First published",
            Major = "Correction",
            Minor = "Small correction",
            Withdrawn = "Withdrawn",
            Misnamed = "Called a small correction, but a name, a number or a date was changed.",
            SomeMisnamed = "In this release a name, a number or a date was changed by a correction that was called small.",
            NoWords = "The words of the release were not changed.",
            Headline = "Headline",
            Agency = "Issued by",
            Place = "Place",
            Summary = "Summary",
            Body = "Text",
        };

    private static WithdrawnWords Withdrawn =>
        new()
        {
            Title = "This release has been withdrawn",
            Said = "The agency that published the following release has withdrawn it. What it said no longer holds and is not shown.",
            When = "Withdrawn {0}",
            Reason = "Reason given",
            NoReason = "The agency gave no reason.",
            Advice = "If you have quoted this release, please update your text.",
        };

    private static NotFoundWords NotFound =>
        new()
        {
            Title = "Page not found",
            Said = "There is no page at this address. It may be mistyped, or the link that you followed is out of date.",
            Nearest = "You may be looking for",
            Onward = "Go on to",
        };

    private static ProblemWords Problems =>
        new()
        {
            BadRequest = new()
            {
                Title = "This request cannot be answered",
                Said = "Something in the address or in what was sent cannot be used. Details:",
            },
            TooLarge = new() { Title = "The file is too large", Said = "Nothing was taken. Details:" },
            Unavailable = new()
            {
                Title = "Please try again shortly",
                Said =
                    "The store of releases does not answer at the moment. Nothing is lost; please load this page again in a few seconds.",
            },
            Fault = new()
            {
                Title = "Something went wrong here",
                Said = "This is a fault of ours, and it has been noted. The same request may succeed later.",
            },
        };

    private static RefusedWords Refused =>
        new()
        {
            Title = "The upload was refused",
            Said = "Nothing was published. Please mend the following in the file and send it again.",
            Line = "Line {0}",
        };

    private static FrontWords Front =>
        new()
        {
            Title = "Newest releases",
            Empty = "There are no releases yet. Please come back later.",
            Lead = "Latest",
            Follow = "Subscribe",
            FollowSaid = "Receive each new release in the reader app of your choice.",
            AllFeeds = "All feeds",
        };

    private static FeedWords Feed =>
        new()
        {
            Title = "Feed: {0}",
            Description = "The newest press releases: {0}. Subscribe by RSS, Atom or JSON Feed.",
            Said =
                "This is a feed: a list of releases, always up to date, made for reader apps. Once you subscribe, each new release comes to you by itself, with no e-mail and no account.",
            HowTitle = "How to subscribe",
            How =
            [
                "Open a feed reader, such as Thunderbird, NetNewsWire, Feeder or FreshRSS.",
                "Choose to add a feed, and paste one of the addresses below.",
                "That is all. New releases will appear in the app.",
            ],
            And = " and ",
            Or = " or ",
            Addresses = "Feed addresses",
            Newest = "Newest entries",
            Empty = "There are no releases in this feed yet. You can subscribe to it all the same.",
            Issuers = "Publishing agencies",
            AgenciesDiscussed = "Agencies written about",
            DirectoryTitle = "All feeds",
            DirectorySaid = "Choose what to follow: every release, one agency, one region or one subject.",
            DirectoryEmpty = "There is no feed yet other than that of all releases.",
            Formats = new()
            {
                Rss = "RSS, for nearly every reader app",
                Atom = "Atom, for newer readers",
                Json = "JSON Feed, for programs and portals",
                Ninjs = "ninjs, for newsroom systems",
            },
            Outline = new()
            {
                Name = "OPML",
                Said = "The addresses of all feeds in one file. Import it into a reader app to follow them all.",
            },
            Sitemap = new() { Name = "Sitemap", Said = "The address of every release, for search engines." },
            NewsSitemap = new() { Name = "News sitemap", Said = "The addresses of the last two days’ releases, for news search." },
        };

    private static TagWords Tags =>
        new()
        {
            Title = "Subjects",
            Said =
                "Topics, regions, agencies, people, regulations and programmes that releases speak of. Choose one to read its releases or to subscribe.",
            Empty = "There is nothing to show yet.",
            TagCount = "Tags: {0}",
            ReleaseCount = "Releases: {0}",
            AllOfKind = "All: {0}",
            KindSaid = "{0} that press releases speak of.",
            ByLetter = "By first letter",
            Before = "← Previous",
            After = "Next →",
            TagSaid = "Press releases about {0}.",
            Code = "Code",
            NoReleases = "No release speaks of this yet.",
            Aside = "Feeds and related subjects",
            Follow = "Releases about {0}",
            Related = "Often found together",
        };

    private static SearchWording Search =>
        new()
        {
            Title = "Search releases",
            TitleOf = "Search: {0}",
            Words = "Words to look for",
            Submit = "Search",
            Said = "Search the press releases by words, agency, region, type, language, tag and date.",
            Narrow = "Narrow the search",
            Hint =
                "What no list has can be typed above: “a phrase in quotes”, office:name, region:name, label:name, language:code, tag:kind:name.",
            Any = "All",
            Office = "Publishing agency",
            Region = "Region",
            Label = "Type",
            Language = "Language",
            Tag = "Tag",
            From = "From",
            To = "Until",
            Filters = "Narrowed by",
            Without = "Remove {0}",
            Meant = "Did you mean",
            Count = "Releases found: {0}",
            Nothing = "No release matches. Try other words or fewer filters.",
            Follow = "Follow this search",
        };

    private static ArchiveWords Archive =>
        new()
        {
            All = "All releases",
            AllOf = "All releases: {0}",
            Said = "All press releases by year and month: {0}.",
            Pages = "Pages",
            Periods = "By year and month",
            WholeYear = "All of {0}",
            Newer = "← Newer",
            Older = "Older →",
            PageOf = "Page {0} of {1}",
            ByMonth = "All releases by month",
        };

    private static WhyWords Why =>
        new()
        {
            Editor = "Chosen by the editor",
            Rule = "By the rule {0}",
            Model = "By the model {0}",
            Surely = "{0}, {1}",
            Confidence = new()
            {
                VerySure = "very sure",
                Sure = "sure",
                FairlySure = "fairly sure",
                LessSure = "less sure",
            },
            Why = "Why?",
            Show = "Show in the text",
            Sources = new Dictionary<string, string>
            {
                ["rule:issuer"] = "The issuing office",
                ["rule:dateline"] = "From the dateline",
                ["rule:agency-names"] = "Body named in the text",
                ["rule:citation"] = "Cited in the text",
                ["rule:gazetteer"] = "Region named in the text",
                ["rule:office"] = "Office held, in the text",
                ["rule:programme-names"] = "Programme named in the text",
                ["model:entities"] = "By the model of names",
                ["rule+model:topics"] = "By the model of topics",
            },
        };

    private static FindingWords Findings =>
        new()
        {
            Title = "Fact sheet",
            Figures = "Figures",
            Figure = "Mentioned",
            Dates = "Dates",
            Quotes = "Quotes",
        };

    private static Dictionary<string, string> Kinds =>
        new()
        {
            ["all"] = "All",
            ["topic"] = "Topics",
            ["region"] = "Regions",
            ["agency"] = "Agencies",
            ["person"] = "People",
            ["regulation"] = "Regulations",
            ["programme"] = "Programmes",
            ["keyword"] = "Keywords",
            ["label"] = "Kinds of text",
            ["language"] = "Languages",
        };

    private static Dictionary<string, string> LanguageNames =>
        new()
        {
            ["ban"] = "Balinese",
            ["bug"] = "Buginese",
            ["en"] = "English",
            ["id"] = "Indonesian",
            ["jv"] = "Javanese",
            ["mad"] = "Madurese",
            ["mak"] = "Makassarese",
            ["min"] = "Minangkabau",
            ["ms"] = "Malay",
            ["sas"] = "Sasak",
            ["su"] = "Sundanese",
        };
}
