using System.Numerics;
using System.Runtime.InteropServices;

namespace Lamella.Structures.Images;

/// <summary>What a stored number is.</summary>
internal enum NumberKind
{
    /// <summary>A whole number of 0 or more.</summary>
    Unsigned,

    /// <summary>A whole number.</summary>
    Signed,

    /// <summary>A floating-point number.</summary>
    Real,
}

/// <summary>How the numbers of a volume are stored.</summary>
/// <param name="Kind">What a number is.</param>
/// <param name="Bytes">Bytes of a number: 1, 2, 4 or 8; 2, 4 or 8 of a floating-point number.</param>
/// <param name="IsBigEndian">Byte order.</param>
internal readonly record struct NumberFormat(NumberKind Kind, int Bytes, bool IsBigEndian = false)
{
    /// <summary>Turns stored numbers into real ones.</summary>
    /// <param name="raw">As many numbers as are asked for; their bytes may be swapped in place.</param>
    /// <param name="numbers">Receives the numbers.</param>
    internal void Fill(Span<byte> raw, Span<double> numbers)
    {
        raw = raw[..checked(numbers.Length * Bytes)];
        if (Bytes > 1 && IsBigEndian == BitConverter.IsLittleEndian)
        {
            for (int k = 0; k < raw.Length; k += Bytes)
            {
                raw.Slice(k, Bytes).Reverse();
            }
        }

        switch (Kind, Bytes)
        {
            case (NumberKind.Unsigned, 1): Convert<byte>(raw, numbers); break;
            case (NumberKind.Signed, 1): Convert<sbyte>(raw, numbers); break;
            case (NumberKind.Unsigned, 2): Convert<ushort>(raw, numbers); break;
            case (NumberKind.Signed, 2): Convert<short>(raw, numbers); break;
            case (NumberKind.Unsigned, 4): Convert<uint>(raw, numbers); break;
            case (NumberKind.Signed, 4): Convert<int>(raw, numbers); break;
            case (NumberKind.Unsigned, 8): Convert<ulong>(raw, numbers); break;
            case (NumberKind.Signed, 8): Convert<long>(raw, numbers); break;
            case (NumberKind.Real, 2): Convert<Half>(raw, numbers); break;
            case (NumberKind.Real, 4): Convert<float>(raw, numbers); break;
            case (NumberKind.Real, 8): Convert<double>(raw, numbers); break;
            default: throw new InvalidOperationException($"Numbers of {Bytes} bytes of the kind {Kind} are not known.");
        }
    }

    private static void Convert<T>(ReadOnlySpan<byte> raw, Span<double> numbers)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> stored = MemoryMarshal.Cast<byte, T>(raw);
        for (int k = 0; k < numbers.Length; k++)
        {
            numbers[k] = double.CreateTruncating(stored[k]);
        }
    }
}
