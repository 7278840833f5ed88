using Siaran.Releases;

namespace Siaran.Intake.Attachments;

/// <summary>An attachment and its bytes.</summary>
/// <param name="Attachment">Without what is known only once it is stored.</param>
/// <param name="Bytes">As they came.</param>
public sealed record AttachedFile(Attachment Attachment, ReadOnlyMemory<byte> Bytes);
