using System.IO.Compression;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>A NumPy array as planes of z, read one after the other; an array whose first index runs fastest is held as a whole.</summary>
internal sealed class NumpyPlanes : IPlaneSource
{
    private const string Archive = ".npz";
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ZipArchive? _archive;
    private readonly Stream _numbers;
    private readonly NumpyHeader _header;
    private readonly byte[] _plane;
    private readonly byte[]? _whole;
    private int _next;

    /// <summary>Opens an array and reads its header.</summary>
    /// <param name="path">A <c>.npy</c> or <c>.npz</c> file; of an archive of several arrays one is named behind a colon: <c>scan.npz:labels</c>.</param>
    /// <exception cref="InputException">The file is no NumPy file, is damaged, or the array is not in it.</exception>
    internal NumpyPlanes(string path)
    {
        (_path, string? name) = Split(path);
        _file = File.OpenRead(_path);
        try
        {
            _archive = _path.EndsWith(Archive, StringComparison.OrdinalIgnoreCase) ? new ZipArchive(_file, ZipArchiveMode.Read) : null;
            _numbers = _archive is null ? _file : Entry(_archive, _path, name).Open();
            _header = NumpyHeader.Read(_numbers, _path);
            long area = (long)Extent.Nx * Extent.Ny * _header.Format.Bytes;
            if (area > Array.MaxLength)
            {
                throw Wrong(_path, FormattableString.Invariant($"a plane of it has {Extent.Nx}×{Extent.Ny} numbers."), "Cut the planes before saving.");
            }

            _plane = new byte[area];
            _whole = _header.IsFortran ? Whole() : null;
        }
        catch (Exception fault)
        {
            Dispose();
            if (Said(fault) is { } said)
            {
                throw said;
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public LatticeExtent Extent => _header.Extent;

    /// <inheritdoc/>
    public bool IsReal => _header.Format.Kind == NumberKind.Real;

    /// <summary>Parts the name of an array from that of its archive.</summary>
    /// <param name="path">For example <c>scan.npz:labels</c>.</param>
    /// <returns>The file, and the array or null.</returns>
    internal static (string File, string? Array) Split(string path)
    {
        int at = path.LastIndexOf(Archive + ":", StringComparison.OrdinalIgnoreCase);
        return at > 0 ? (path[..(at + Archive.Length)], path[(at + Archive.Length + 1)..]) : (path, null);
    }

    /// <inheritdoc/>
    public void Read(int z, Span<double> plane)
    {
        try
        {
            if (_whole is { } whole)
            {
                Gather(whole, z);
            }
            else
            {
                for (; _next <= z; _next++)
                {
                    _numbers.ReadExactly(_plane);
                }
            }
        }
        catch (Exception fault) when (Said(fault) is not null)
        {
            throw Said(fault)!;
        }

        _header.Format.Fill(_plane, plane);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _numbers?.Dispose();
        _archive?.Dispose();
        _file.Dispose();
    }

    /// <summary>Reads an array whose first index, z, runs fastest: no plane of it lies in one piece.</summary>
    private byte[] Whole()
    {
        long bytes = Extent.Count * _header.Format.Bytes;
        MemoryBudget.Require(bytes, Extent, "to turn an array in Fortran order");
        byte[] whole = new byte[Math.Min(bytes, Array.MaxLength)];
        if (whole.LongLength < bytes)
        {
            throw Wrong(_path, "the array is in Fortran order and too large to be turned.", "Save it with numpy.ascontiguousarray.");
        }

        _numbers.ReadExactly(whole);
        return whole;
    }

    private void Gather(byte[] whole, int z)
    {
        int bytes = _header.Format.Bytes;
        for (int y = 0; y < Extent.Ny; y++)
        {
            for (int x = 0; x < Extent.Nx; x++)
            {
                long from = z + (Extent.Nz * (y + ((long)Extent.Ny * x)));
                whole.AsSpan(checked((int)(from * bytes)), bytes).CopyTo(_plane.AsSpan((x + (Extent.Nx * y)) * bytes));
            }
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string path, string? name)
    {
        string[] known = [.. archive.Entries.Select(entry => entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName)];
        int index = name is null ? (known.Length == 1 ? 0 : -1) : Array.IndexOf(known, name);
        return index >= 0 ? archive.Entries[index] : throw Wrong(
            path,
            name is null ? $"the archive holds {known.Length} arrays." : $"the archive holds no array '{name}'.",
            known.Length == 0 ? "Save the labels into it." : $"Name one behind the file, such as {Path.GetFileName(path)}:{known[0]}; it holds {string.Join(", ", known)}.");
    }

    private InputException? Said(Exception fault) => fault switch
    {
        EndOfStreamException => Wrong(_path, "the file is cut short.", "Copy it again."),
        InvalidDataException broken => Wrong(_path, $"the archive cannot be read: {broken.Message}", "Save it again with numpy.savez_compressed."),
        _ => null,
    };

    private static InputException Wrong(string path, string problem, string remedy) => new(InputPlace.Whole(path), problem, string.Empty, remedy);
}
