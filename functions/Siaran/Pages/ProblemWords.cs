namespace Siaran.Pages;

/// <summary>What a page says where a request could not be answered.</summary>
public sealed record ProblemWords
{
    public required NoticeWords BadRequest { get; init; }
    public required NoticeWords TooLarge { get; init; }
    public required NoticeWords Unavailable { get; init; }
    public required NoticeWords Fault { get; init; }

    /// <param name="status">A status code from 400.</param>
    public NoticeWords Of(int status) =>
        status switch
        {
            413 => TooLarge,
            503 => Unavailable,
            >= 500 => Fault,
            _ => BadRequest,
        };
}

public sealed record NoticeWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
}

/// <summary>About an upload that was refused.</summary>
public sealed record RefusedWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }

    /// <summary>Of a number.</summary>
    public required string Line { get; init; }
}

public sealed record NotFoundWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
    public required string Nearest { get; init; }
    public required string Onward { get; init; }
}

/// <summary>What else was read out of a release.</summary>
public sealed record FindingWords
{
    public required string Title { get; init; }
    public required string Figures { get; init; }

    /// <summary>Comes before a figure of which the text does not say what it measures.</summary>
    public required string Figure { get; init; }
    public required string Dates { get; init; }
    public required string Quotes { get; init; }
}
