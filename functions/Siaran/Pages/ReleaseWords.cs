using Siaran.Pages.Revisions;
using Siaran.Related;
using Siaran.Replies;

namespace Siaran.Pages;

public sealed record ReleaseWords
{
    public required string Updated { get; init; }
    public required string Change { get; init; }
    public required string About { get; init; }
    public required string Attachments { get; init; }
    public required string Share { get; init; }
    public required string CopyLink { get; init; }

    /// <summary>What the button says once it has copied the link.</summary>
    public required string Copied { get; init; }
    public required string Print { get; init; }
    public required string PressContact { get; init; }

    /// <summary>The link to a translation; {0} is the name of its language.</summary>
    public required string ReadIn { get; init; }
    public required string EventDate { get; init; }
    public required string Licence { get; init; }
    public required string Original { get; init; }
    public required string Tags { get; init; }
    public required string Related { get; init; }
    public required string AlsoPublishedAs { get; init; }
    public required string Newest { get; init; }
    public required string NewestOf { get; init; }
    public required string Follow { get; init; }
    public required string FollowAgency { get; init; }
    public required string FollowRelated { get; init; }

    /// <summary>A link to a feed's page.</summary>
    public required string HowToSubscribe { get; init; }

    public required RelationWords Relations { get; init; }
}

/// <summary>How a related release is related to the one that is read.</summary>
public sealed record RelationWords
{
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string SameEvent { get; init; }
    public required string SameSeries { get; init; }

    public string Of(RelationKind kind) =>
        kind switch
        {
            RelationKind.Earlier => Earlier,
            RelationKind.Later => Later,
            RelationKind.SameEvent => SameEvent,
            RelationKind.SameSeries => SameSeries,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no word for this kind of relation."),
        };
}

/// <summary>About the revisions of a release.</summary>
public sealed record RevisionWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }

    /// <summary>A link to the page, of a number of versions.</summary>
    public required string Link { get; init; }

    /// <summary>Of a number.</summary>
    public required string Version { get; init; }
    public required string First { get; init; }
    public required string Major { get; init; }
    public required string Minor { get; init; }
    public required string Withdrawn { get; init; }

    /// <summary>Of a revision that was called minor though a name, a number or a date changed.</summary>
    public required string Misnamed { get; init; }

    /// <summary>Of a release with such a revision.</summary>
    public required string SomeMisnamed { get; init; }

    /// <summary>Where only other things than words changed.</summary>
    public required string NoWords { get; init; }
    public required string Headline { get; init; }
    public required string Agency { get; init; }
    public required string Place { get; init; }
    public required string Summary { get; init; }
    public required string Body { get; init; }

    public string PartOf(RevisionPart part) =>
        part switch
        {
            RevisionPart.Headline => Headline,
            RevisionPart.Agency => Agency,
            RevisionPart.Place => Place,
            RevisionPart.Summary => Summary,
            RevisionPart.Body => Body,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no word for this part."),
        };
}

/// <summary>About what readers write under a release.</summary>
public sealed record ReplyWords
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Of a number, from 1.</summary>
    public required string Count { get; init; }
    public required string Empty { get; init; }

    /// <summary>Before the links to the feeds.</summary>
    public required string Follow { get; init; }

    /// <summary>The heading of the form.</summary>
    public required string Write { get; init; }

    /// <summary>What becomes of what is written, and how long it is kept.</summary>
    public required string Privacy { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string EmailHint { get; init; }

    /// <summary>The field.</summary>
    public required string Text { get; init; }

    /// <summary>Of the longest text.</summary>
    public required string TextHint { get; init; }

    /// <summary>Over the field that programs fill in.</summary>
    public required string Trap { get; init; }
    public required string Send { get; init; }

    /// <summary>To whoever has written.</summary>
    public required string Thanks { get; init; }

    /// <summary>Where as many are shown as may be.</summary>
    public required string Full { get; init; }
    public required string NotSent { get; init; }
    public required string NoName { get; init; }

    /// <summary>Of the longest name.</summary>
    public required string LongName { get; init; }
    public required string BadEmail { get; init; }
    public required string NoText { get; init; }

    /// <summary>Of the longest text and the length of what was written.</summary>
    public required string LongText { get; init; }
    public required string TooMany { get; init; }

    public string Of(ReplyFlaw flaw, ReplyForm form) =>
        flaw switch
        {
            ReplyFlaw.NoName => NoName,
            ReplyFlaw.LongName => PageView.Fill(LongName, ReplyForm.LongestName),
            ReplyFlaw.BadEmail => BadEmail,
            ReplyFlaw.NoText => NoText,
            ReplyFlaw.LongText => PageView.Fill(LongText, ReplyForm.LongestText, form.Text.Length),
            ReplyFlaw.TooMany => TooMany,
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "There is no word for this flaw."),
        };
}

public sealed record WithdrawnWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
    public required string When { get; init; }
    public required string Reason { get; init; }
    public required string NoReason { get; init; }
    public required string Advice { get; init; }
}
