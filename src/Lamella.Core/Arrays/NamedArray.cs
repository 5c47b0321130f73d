using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Lamella.Core.Arrays;

/// <summary>An array with a name and a shape, as NumPy stores it.</summary>
public sealed class NamedArray
{
    private readonly byte[] data;

    private NamedArray(string name, string type, ImmutableArray<int> shape, int count, byte[] data)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        shape = shape.IsDefaultOrEmpty ? [count] : shape;
        if (shape.Aggregate(1L, (product, extent) => product * extent) != count)
        {
            throw new ArgumentException(
                $"Array '{name}' has {count} values, the shape ({string.Join(", ", shape)}) needs another number.", nameof(shape));
        }

        (Name, Type, Shape, this.data) = (name, type, shape, data);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the type in NumPy's notation, for example <c>&lt;f8</c>.</summary>
    public string Type { get; }

    /// <summary>Gets the extents; the last one runs fastest.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Makes an array of numbers.</summary>
    /// <typeparam name="T">double, float, a signed or unsigned integer, or <see cref="Complex"/>.</typeparam>
    /// <param name="name">Name of the array.</param>
    /// <param name="values">The values, the last index running fastest; copied.</param>
    /// <param name="shape">The extents, the fastest last; empty for one dimension.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The shape does not fit, or NumPy has no such type.</exception>
    public static NamedArray Of<T>(string name, ReadOnlySpan<T> values, params ImmutableArray<int> shape)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Arrays are written from memory, which has to be little-endian.");
        }

        return new NamedArray(name, TypeOf<T>(), shape, values.Length, MemoryMarshal.AsBytes(values).ToArray());
    }

    /// <summary>Makes an array of texts.</summary>
    /// <param name="name">Name of the array.</param>
    /// <param name="values">The texts.</param>
    /// <returns>The array, of type <c>&lt;Un</c> with the length of the longest text.</returns>
    public static NamedArray OfText(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int longest = Math.Max(1, values.Select(value => Encoding.UTF32.GetByteCount(value) / 4).DefaultIfEmpty().Max());
        byte[] data = new byte[4L * longest * values.Count];
        for (int i = 0; i < values.Count; i++)
        {
            Encoding.UTF32.GetBytes(values[i], data.AsSpan(4 * longest * i));
        }

        return new NamedArray(name, "<U" + longest.ToString(CultureInfo.InvariantCulture), [values.Count], values.Count, data);
    }

    /// <summary>Writes the array as an <c>.npy</c> file.</summary>
    /// <param name="stream">Receives the bytes.</param>
    /// <remarks>NumPy enhancement proposal 1 (format version 1.0): header padded to a multiple of 64 bytes.</remarks>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        const int Prefix = 10, Alignment = 64;
        string shape = string.Join(", ", Shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + (Shape.Length == 1 ? "," : string.Empty);
        string header = $"{{'descr': '{Type}', 'fortran_order': False, 'shape': ({shape}), }}";
        int length = header.Length + 1;
        int padding = (Alignment - ((Prefix + length) % Alignment)) % Alignment;
        byte[] text = Encoding.ASCII.GetBytes(header + new string(' ', padding) + "\n");
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8)]);
        stream.Write(text);
        stream.Write(data);
    }

    private static string TypeOf<T>() => default(T) switch
    {
        double => "<f8",
        float => "<f4",
        Complex => "<c16",
        long => "<i8",
        int => "<i4",
        short => "<i2",
        sbyte => "|i1",
        ulong => "<u8",
        uint => "<u4",
        ushort => "<u2",
        byte => "|u1",
        bool => "|b1",
        _ => throw new ArgumentException($"NumPy has no type for {typeof(T).Name}; use a number, a complex number or a bool."),
    };
}
