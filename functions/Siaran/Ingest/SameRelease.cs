using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Ingest;

/// <summary>Keeps uploads that may speak of one release together, so that they are taken one after another.</summary>
internal static class SameRelease
{
    /// <returns>Groups in no order; the uploads in each in the order in which they came.</returns>
    public static IReadOnlyList<IReadOnlyList<ReadUpload>> Group(IEnumerable<ReadUpload> uploads)
    {
        // Union by name, as in a disjoint-set forest but with the lists themselves, since batches are
        // small: every name leads to its group, and an upload with names of two groups joins them.
        var groups = new List<List<ReadUpload>>();
        var groupOf = new Dictionary<string, List<ReadUpload>>(StringComparer.Ordinal);
        foreach (var upload in UploadOrder.Of(uploads, one => one.Upload))
        {
            var names = NamesOf(upload).ToList();
            var known = names.Select(name => groupOf.GetValueOrDefault(name)).OfType<List<ReadUpload>>().Distinct().ToList();
            var group = known.FirstOrDefault() ?? [];
            foreach (var other in known.Skip(1))
            {
                group.AddRange(other);
                groups.Remove(other);
                foreach (var name in other.SelectMany(NamesOf))
                {
                    groupOf[name] = group;
                }
            }

            if (known.Count == 0)
            {
                groups.Add(group);
            }

            group.Add(upload);
            foreach (var name in names)
            {
                groupOf[name] = group;
            }
        }

        // Joined groups are out of order.
        return [.. groups.Select(group => OriginalsFirst([.. UploadOrder.Of(group, one => one.Upload)]))];
    }

    /// <summary>Uploads of a translation after all others, though they may have come before what they translate.</summary>
    private static List<ReadUpload> OriginalsFirst(List<ReadUpload> group)
    {
        var translations = group.Where(one => Translated(one).Any()).SelectMany(one => NamesOf(one).Except(Translated(one))).ToHashSet();
        return translations.Count == 0 ? group : [.. group.OrderBy(one => NamesOf(one).Except(Translated(one)).Any(translations.Contains))];
    }

    private static IEnumerable<string> Translated(ReadUpload upload) =>
        upload.Result is IntakeResult.Accepted { Submission: var submission } ? OriginalsOf(upload, submission) : [];

    private static IEnumerable<string> OriginalsOf(ReadUpload upload, Submission submission)
    {
        if (upload.Before is { } before)
        {
            return before.TranslationOf is { } noted ? [noted.ToString()] : [];
        }

        if (submission.TranslationOf is not { } name || name.Equals(Submission.NoOriginal, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var original =
            ReleaseId.TryParse(name, out var id) ? id
            : upload.Office is { } office ? ReleaseId.FromEditorKey(name, office)
            : ReleaseId.FromEditorKey(name);
        return [original.ToString()];
    }

    /// <summary>What the release that an upload speaks of may be known by.</summary>
    public static IEnumerable<string> NamesOf(ReadUpload upload)
    {
        if (upload.Before?.Id is { } before)
        {
            yield return before.ToString();
        }

        if (upload.Target is { } target)
        {
            yield return target;
        }

        foreach (var id in new[] { upload.OfName.Claim?.Id, upload.SameName?.Id }.OfType<ReleaseId>())
        {
            yield return id.ToString();
        }

        if (upload.Result is IntakeResult.Accepted { Submission: var submission })
        {
            if (submission.EditorKey is { } key)
            {
                var named = upload.Office is { } office ? ReleaseId.FromEditorKey(key, office) : ReleaseId.FromEditorKey(key);
                yield return named.ToString();

                // Two that ask for the same address get theirs in the order in which they came.
                yield return $"{Slug.From(submission.Content?.Headline ?? "")}-{named.Suffix}";
            }

            // What it translates is taken before it.
            foreach (var original in OriginalsOf(upload, submission))
            {
                yield return original;
            }

            if (submission.Content is { } content)
            {
                yield return Fingerprint.OfText(content).Value;
            }
        }
    }
}
