using System.Runtime.InteropServices;

namespace Lamella.Numerics.Lattice;

/// <summary>A zeroed array outside the managed heap, given back when disposed: gigabytes should not wait for a collection.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
internal sealed unsafe class LatticeArray<T> : IDisposable
    where T : unmanaged
{
    private nint _memory;

    /// <summary>Takes memory; the operating system hands it out zeroed, page by page, as it is first touched.</summary>
    /// <param name="length">Number of elements, ≥ 0.</param>
    internal LatticeArray(long length)
    {
        Length = length;
        _memory = (nint)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T));
        GC.AddMemoryPressure(Math.Max(1, Bytes));
    }

    /// <summary>Finalizes an instance of the <see cref="LatticeArray{T}"/> class, should a solve end by an exception.</summary>
    ~LatticeArray() => Release();

    /// <summary>Gets the number of elements.</summary>
    internal long Length { get; }

    /// <summary>Gets the size.</summary>
    internal long Bytes => Length * sizeof(T);

    /// <summary>Gets the first element.</summary>
    internal T* Start => (T*)_memory;

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (_memory != 0)
        {
            NativeMemory.Free((void*)_memory);
            _memory = 0;
            GC.RemoveMemoryPressure(Math.Max(1, Bytes));
        }
    }
}
