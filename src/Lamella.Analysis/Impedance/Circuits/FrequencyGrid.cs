using System.Collections.Immutable;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>The frequencies of a spectrum with what elements need of them, computed once.</summary>
internal sealed class FrequencyGrid
{
    /// <summary>Makes a grid.</summary>
    /// <param name="frequencies">f [Hz], finite and above 0.</param>
    internal FrequencyGrid(ReadOnlySpan<double> frequencies)
    {
        Count = frequencies.Length;
        Omega = new double[Count];
        LogOmega = new double[Count];
        InverseRoot = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            Omega[i] = 2.0 * Math.PI * frequencies[i];
            LogOmega[i] = Math.Log(Omega[i]);
            InverseRoot[i] = 1.0 / Math.Sqrt(Omega[i]);
        }
    }

    /// <summary>Gets the number of frequencies.</summary>
    internal int Count { get; }

    /// <summary>Gets ω [rad/s].</summary>
    internal double[] Omega { get; }

    /// <summary>Gets ln ω.</summary>
    internal double[] LogOmega { get; }

    /// <summary>Gets ω^−1/2 [s^1/2].</summary>
    internal double[] InverseRoot { get; }

    /// <summary>Refuses frequencies that no impedance exists at.</summary>
    /// <param name="frequencies">f [Hz].</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite and above 0.</exception>
    internal static void Require(ImmutableArray<double> frequencies)
    {
        for (int i = 0; i < frequencies.Length; i++)
        {
            if (!(frequencies[i] > 0.0 && double.IsFinite(frequencies[i])))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"frequency[{i}] = {frequencies[i]} Hz must be finite and above 0 Hz."), nameof(frequencies));
            }
        }

        if (frequencies.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no frequencies; give at least one.", nameof(frequencies));
        }
    }
}
