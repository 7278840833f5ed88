using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Siaran.Feeds.Formats;

/// <summary>XML documents as bytes that stay still.</summary>
internal static class XmlDocumentBytes
{
    public static XmlWriterSettings Settings { get; } =
        new()
        {
            // Everything that could differ from machine to machine is fixed: no byte order mark, "\n"
            // on Windows too, no rewriting of line ends within texts.
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.None,
            NamespaceHandling = NamespaceHandling.OmitDuplicates,
        };

    public static byte[] Write(XElement root) => Write(new XDocument(root).WriteTo);

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            write(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
