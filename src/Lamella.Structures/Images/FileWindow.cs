using Microsoft.Win32.SafeHandles;

namespace Lamella.Structures.Images;

/// <summary>Reads a file at any place without holding more than a window of it.</summary>
internal sealed class FileWindow : IDisposable
{
    private const int WindowBytes = 1 << 16;
    private readonly SafeFileHandle _handle;
    private readonly byte[] _window = new byte[WindowBytes];
    private long _start;
    private int _count;

    /// <summary>Opens a file.</summary>
    internal FileWindow(string path)
    {
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
    }

    /// <summary>Gets the bytes of the file.</summary>
    internal long Length { get; }

    /// <summary>Gets a byte; the place must lie within the file.</summary>
    internal byte this[long at]
    {
        get
        {
            if (at < _start || at >= _start + _count)
            {
                _start = at;
                _count = RandomAccess.Read(_handle, _window, at);
            }

            return _window[at - _start];
        }
    }

    /// <summary>Reads a stretch that must lie within the file.</summary>
    internal byte[] Read(long at, int count)
    {
        byte[] bytes = new byte[count];
        Fill(at, bytes);
        return bytes;
    }

    /// <summary>Reads a stretch that must lie within the file.</summary>
    internal void Fill(long at, Span<byte> bytes)
    {
        for (int done = 0; done < bytes.Length;)
        {
            int read = RandomAccess.Read(_handle, bytes[done..], at + done);
            done += read > 0 ? read : throw new EndOfStreamException();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
