using System.Numerics;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>Where an element writes its impedance and the derivatives of it, real and imaginary parts apart.</summary>
/// <param name="storage">Rows of <paramref name="count"/> numbers: Z′, Z″, then both parts of each derivative.</param>
/// <param name="count">Number of frequencies.</param>
internal readonly ref struct ElementRows(Span<double> storage, int count)
{
    private readonly Span<double> _storage = storage;

    /// <summary>Gets Z′ [Ω].</summary>
    internal Span<double> Real => _storage[..count];

    /// <summary>Gets Z″ [Ω].</summary>
    internal Span<double> Imaginary => _storage.Slice(count, count);

    /// <summary>Gets the real part of the derivative with respect to parameter k: ∂Z/∂ln p of a positive kind, else ∂Z/∂p.</summary>
    internal Span<double> RealSlope(int k) => _storage.Slice((2 + (2 * k)) * count, count);

    /// <summary>Gets the imaginary part of that derivative.</summary>
    internal Span<double> ImaginarySlope(int k) => _storage.Slice((3 + (2 * k)) * count, count);

    /// <summary>Writes the impedance at one frequency.</summary>
    internal void Set(int i, Complex impedance) => (_storage[i], _storage[count + i]) = (impedance.Real, impedance.Imaginary);

    /// <summary>Writes a derivative at one frequency.</summary>
    internal void SetSlope(int k, int i, Complex slope)
    {
        int row = (2 + (2 * k)) * count;
        (_storage[row + i], _storage[row + count + i]) = (slope.Real, slope.Imaginary);
    }
}
