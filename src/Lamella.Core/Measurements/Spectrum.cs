using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core.Provenance;

namespace Lamella.Core.Measurements;

/// <summary>An impedance spectrum Z(f).</summary>
/// <remarks>Arrays have shape (frequencies). A capacitive response has a negative imaginary part.</remarks>
public sealed record Spectrum : Measurement
{
    /// <summary>Initializes a new instance of the <see cref="Spectrum"/> class.</summary>
    /// <param name="provenance">Where the record came from.</param>
    /// <param name="frequency">f [Hz], above 0, in any order, shape (frequencies).</param>
    /// <param name="impedance">Z [Ω], shape (frequencies).</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite or not positive.</exception>
    public Spectrum(ResultProvenance provenance, ImmutableArray<double> frequency, ImmutableArray<Complex> impedance)
        : base(provenance)
    {
        RequireFinite(frequency.AsSpan(), nameof(frequency), "Hz", above: 0.0);
        RequireLength(frequency.Length, impedance.Length, nameof(impedance));
        (Frequency, Impedance) = (frequency, impedance);
        Real = [.. impedance.Select(z => z.Real)];
        NegativeImaginary = [.. impedance.Select(z => -z.Imaginary)];
        RequireFinite(Real.AsSpan(), nameof(impedance), "Ω");
        RequireFinite(NegativeImaginary.AsSpan(), nameof(impedance), "Ω");
    }

    /// <summary>Gets f.</summary>
    [Unit("Hz")]
    public ImmutableArray<double> Frequency { get; }

    /// <summary>Gets Z.</summary>
    [Unit("Ω")]
    public ImmutableArray<Complex> Impedance { get; }

    /// <summary>Gets Z′, the horizontal axis of a Nyquist plot.</summary>
    [Unit("Ω")]
    public ImmutableArray<double> Real { get; }

    /// <summary>Gets −Z″, the vertical axis of a Nyquist plot.</summary>
    [Unit("Ω")]
    public ImmutableArray<double> NegativeImaginary { get; }
}
