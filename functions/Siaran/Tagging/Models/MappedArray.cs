using System.Runtime.InteropServices;

namespace Siaran.Tagging.Models;

/// <summary>
/// Numbers of a file within the assembly, read where the system has mapped it: nothing is copied, and only the pages that are looked at are
/// loaded. Little-endian, as all platforms that the app runs on.
/// </summary>
internal readonly unsafe struct MappedArray<TNumber>
    where TNumber : unmanaged
{
    // A copy of 8 MB would be two thousand new pages at each cold start, and those cost more than all that
    // is computed there. The assembly is never unloaded, so that the place stays valid.
    private readonly TNumber* first;

    /// <summary>The numbers where they are not mapped; else null.</summary>
    private readonly TNumber[]? copy;

    private MappedArray(TNumber* first, int length)
    {
        this.first = first;
        Length = length;
    }

    private MappedArray(TNumber[] copy) => (this.copy, Length) = (copy, copy.Length);

    public int Length { get; }

    public ReadOnlySpan<TNumber> Span => copy is null ? new ReadOnlySpan<TNumber>(first, Length) : copy;

    public ref readonly TNumber this[int at] => ref Span[at];

    /// <summary>Takes numbers from a stream, which goes on behind them. Those of another stream than the assembly's are copied.</summary>
    /// <exception cref="EndOfStreamException">The stream has fewer.</exception>
    public static MappedArray<TNumber> Read(Stream stream, int length)
    {
        if (stream is not UnmanagedMemoryStream mapped)
        {
            var copy = new TNumber[length];
            stream.ReadExactly(MemoryMarshal.AsBytes(copy.AsSpan()));
            return new(copy);
        }

        var bytes = (long)length * sizeof(TNumber);
        if (mapped.Length - mapped.Position < bytes)
        {
            throw new EndOfStreamException();
        }

        var first = (TNumber*)mapped.PositionPointer;
        mapped.Position += bytes;
        return new(first, length);
    }

    /// <summary>A copy of numbers that are in no file.</summary>
    public static MappedArray<TNumber> Copy(ReadOnlySpan<TNumber> numbers) => new(numbers.ToArray());

    /// <summary>The same of each number of another array.</summary>
    public static MappedArray<TNumber> Of<TOther>(MappedArray<TOther> others, Func<TOther, TNumber> of)
        where TOther : unmanaged
    {
        var copy = new TNumber[others.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = of(others[i]);
        }

        return new(copy);
    }
}
