using System.Xml;

namespace Siaran.Feeds.Formats;

/// <summary>Writes the titles of RSS so that all readers see the same (RSS Advisory Board, RSS Profile).</summary>
internal sealed class RssWriter(XmlWriter inner) : XmlWriter
{
    // Some readers take a title for HTML and others do not. Written as hexadecimal references, "&" and
    // "<" read alike in both. Here, in the writer, and not by a replacement in the finished document,
    // where a text may hold what looks like a title.
    private bool isInTitle;

    public override XmlWriterSettings? Settings => inner.Settings;

    public override WriteState WriteState => inner.WriteState;

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        isInTitle = localName == "title" && string.IsNullOrEmpty(ns);
        inner.WriteStartElement(prefix, localName, ns);
    }

    public override void WriteEndElement()
    {
        isInTitle = false;
        inner.WriteEndElement();
    }

    public override void WriteFullEndElement()
    {
        isInTitle = false;
        inner.WriteFullEndElement();
    }

    public override void WriteString(string? text)
    {
        if (!isInTitle || text is null)
        {
            inner.WriteString(text);
            return;
        }

        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            var at = rest.IndexOfAny('&', '<');
            inner.WriteString((at < 0 ? rest : rest[..at]).ToString());
            if (at < 0)
            {
                return;
            }

            inner.WriteCharEntity(rest[at]);
            rest = rest[(at + 1)..];
        }
    }

    public override void Flush() => inner.Flush();

    public override string? LookupPrefix(string ns) => inner.LookupPrefix(ns);

    public override void WriteStartDocument() => inner.WriteStartDocument();

    public override void WriteStartDocument(bool standalone) => inner.WriteStartDocument(standalone);

    public override void WriteEndDocument() => inner.WriteEndDocument();

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) =>
        inner.WriteDocType(name, pubid, sysid, subset);

    public override void WriteStartAttribute(string? prefix, string localName, string? ns) =>
        inner.WriteStartAttribute(prefix, localName, ns);

    public override void WriteEndAttribute() => inner.WriteEndAttribute();

    public override void WriteCData(string? text) => inner.WriteCData(text);

    public override void WriteComment(string? text) => inner.WriteComment(text);

    public override void WriteProcessingInstruction(string name, string? text) => inner.WriteProcessingInstruction(name, text);

    public override void WriteEntityRef(string name) => inner.WriteEntityRef(name);

    public override void WriteCharEntity(char ch) => inner.WriteCharEntity(ch);

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => inner.WriteSurrogateCharEntity(lowChar, highChar);

    public override void WriteWhitespace(string? ws) => inner.WriteWhitespace(ws);

    public override void WriteChars(char[] buffer, int index, int count) => inner.WriteChars(buffer, index, count);

    public override void WriteRaw(char[] buffer, int index, int count) => inner.WriteRaw(buffer, index, count);

    public override void WriteRaw(string data) => inner.WriteRaw(data);

    public override void WriteBase64(byte[] buffer, int index, int count) => inner.WriteBase64(buffer, index, count);
}
