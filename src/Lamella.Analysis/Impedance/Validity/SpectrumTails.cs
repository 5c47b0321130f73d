using Lamella.Core;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>How a spectrum ends at its lowest frequencies.</summary>
public enum LowFrequencyTail
{
    /// <summary>−Z″ falls towards low frequency: the impedance ends at a resistance.</summary>
    Resistive,

    /// <summary>−Z″ rises as ω^−n with n from 0.3 to 0.65: diffusion, or the flank of an arc that lies mostly outside.</summary>
    Diffusive,

    /// <summary>−Z″ rises as ω^−n with n above 0.65: a capacitor or constant-phase element in series; blocking electrodes.</summary>
    Blocking,

    /// <summary>Z″ is above 0: an inductive loop, of a process that slows the current down or of a drift.</summary>
    Inductive,
}

/// <summary>How a spectrum ends at high and at low frequency.</summary>
public sealed record SpectrumTails
{
    private const double FewestPoints = 4;

    /// <summary>Gets whether Z″ is above 0 and rising at the highest frequencies, as the leads' inductance makes it.</summary>
    public required bool HasInductiveTail { get; init; }

    /// <summary>Gets L of the series inductance by the description of the whole spectrum; null without such a tail.</summary>
    [Unit("H")]
    public required double? Inductance { get; init; }

    /// <summary>Gets the lowest frequency of the inductive tail; null without it.</summary>
    [Unit("Hz")]
    public required double? InductiveAbove { get; init; }

    /// <summary>Gets the kind of the tail at low frequency.</summary>
    public required LowFrequencyTail LowFrequency { get; init; }

    /// <summary>Gets n of −Z″ ∝ ω^−n over the lowest decade; null for an inductive tail.</summary>
    [Unit("–")]
    public required double? Exponent { get; init; }

    /// <summary>Gets 1/(ω·|Z″|) at the lowest frequency: the series capacitance of a blocking tail; null for other tails.</summary>
    [Unit("F")]
    public required double? Capacitance { get; init; }

    /// <summary>Recognises the tails.</summary>
    internal static SpectrumTails Of(OrderedSpectrum points, double inductance)
    {
        int inductive = 0;
        while (inductive < points.Count && points.Impedance[inductive].Imaginary > 0.0)
        {
            inductive++;
        }

        bool rising = inductive >= 2 && points.Impedance[0].Imaginary > points.Impedance[inductive - 1].Imaginary;
        (LowFrequencyTail kind, double? exponent) = Low(points);
        double reactance = points.AngularFrequency[^1] * Math.Abs(points.Impedance[^1].Imaginary);
        return new SpectrumTails
        {
            HasInductiveTail = rising,
            Inductance = rising && inductance > 0.0 ? inductance : null,
            InductiveAbove = rising ? points.Frequency[inductive - 1] : null,
            LowFrequency = kind,
            Exponent = exponent,
            Capacitance = kind == LowFrequencyTail.Blocking && reactance > 0.0 ? 1.0 / reactance : null,
        };
    }

    private static (LowFrequencyTail Kind, double? Exponent) Low(OrderedSpectrum points)
    {
        int last = points.Count - 1;
        int first = last;
        while (first > 0 && (points.Frequency[first - 1] <= 10.0 * points.Frequency[last] || last - first + 1 < FewestPoints))
        {
            first--;
        }

        double sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0;
        int count = 0, positive = 0;
        for (int i = first; i <= last; i++)
        {
            double reactance = -points.Impedance[i].Imaginary;
            positive += reactance < 0.0 ? 1 : 0;
            if (reactance > 0.0)
            {
                double x = Math.Log(points.AngularFrequency[i]), y = Math.Log(reactance);
                (sx, sy, sxx, sxy, count) = (sx + x, sy + y, sxx + (x * x), sxy + (x * y), count + 1);
            }
        }

        if (positive > (last - first + 1) / 2)
        {
            return (LowFrequencyTail.Inductive, null);
        }

        double spread = (count * sxx) - (sx * sx);
        double exponent = count >= 2 && spread > 0.0 ? -((count * sxy) - (sx * sy)) / spread : 0.0;
        return (exponent switch
        {
            > 0.65 => LowFrequencyTail.Blocking,
            > 0.3 => LowFrequencyTail.Diffusive,
            _ => LowFrequencyTail.Resistive,
        }, exponent);
    }
}
