using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Siaran.Feeds.Formats;

/// <summary>What RSS and Atom share on their way through <see cref="SyndicationFeed"/>.</summary>
internal static class SyndicationDocument
{
    public const string Generator = "Siaran";

    public static void Declare(SyndicationFeed feed, string prefix, XNamespace vocabulary) =>
        feed.AttributeExtensions.Add(new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName), vocabulary.NamespaceName);

    /// <summary>Adds an element under a prefix that the document declares once.</summary>
    public static void Add(SyndicationElementExtensionCollection extensions, string prefix, XElement element)
    {
        // Declared on the element too, or the library would choose a prefix of its own. OmitDuplicates
        // drops it again where the document declares it.
        var vocabulary = element.Name.Namespace;
        if (vocabulary != XNamespace.None)
        {
            element.Add(new XAttribute(XNamespace.Xmlns + prefix, vocabulary.NamespaceName));
        }

        using var reader = element.CreateReader();
        extensions.Add(reader);
    }

    public static byte[] Write(SyndicationFeedFormatter formatter) => XmlDocumentBytes.Write(formatter.WriteTo);
}
