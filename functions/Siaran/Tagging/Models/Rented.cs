using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Siaran.Tagging.Models;

/// <summary>Room for numbers while a text is read: a long one would need large objects at each reading. Nothing is cleared.</summary>
internal readonly ref struct Rented<T>
    where T : unmanaged
{
    // The pool of bytes, which the runtime has compiled ahead: one of each sort of numbers would be
    // compiled at each cold start.
    private readonly byte[] bytes;

    public Rented(int length) => (bytes, Length) = (ArrayPool<byte>.Shared.Rent(Math.Max(1, length * Unsafe.SizeOf<T>())), length);

    public int Length { get; }

    public Span<T> Span => MemoryMarshal.Cast<byte, T>(bytes.AsSpan())[..Length];

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
