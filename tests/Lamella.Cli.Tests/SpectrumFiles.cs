using System.Globalization;
using System.Numerics;

namespace Lamella.Cli.Tests;

/// <summary>Files of impedance spectra of known circuits, in a folder that goes with the test.</summary>
internal sealed class SpectrumFiles : IDisposable
{
    private const double Noise = 1e-3; // of |Z|, each part

    /// <summary>Gets the folder.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("lamella-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>R/(1 + (jωτ)ⁿ).</summary>
    internal static Complex Arc(Complex s, double resistance, double tau, double exponent) =>
        resistance / (1.0 + Complex.Pow(s * tau, exponent));

    /// <summary>R in parallel with a constant phase element, as a circuit has them.</summary>
    internal static Complex Branch(Complex s, double resistance, double q, double exponent) =>
        1.0 / ((1.0 / resistance) + (q * Complex.Pow(s, exponent)));

    /// <summary>Writes a spectrum from 1 MHz to 0.1 Hz, ten points per decade.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="impedance">Z as a function of jω.</param>
    /// <param name="seed">Of the noise.</param>
    /// <returns>The path.</returns>
    internal string Add(string name, Func<Complex, Complex> impedance, int seed = 1)
    {
        uint state = (uint)seed * 2654435761u;
        double Next()
        {
            double sum = 0.0; // twelve uniform numbers: nearly normal, variance 1
            for (int k = 0; k < 12; k++)
            {
                state = (state * 1664525u) + 1013904223u;
                sum += state / 4294967296.0;
            }

            return sum - 6.0;
        }

        IEnumerable<string> rows = Enumerable.Range(0, 71).Select(k =>
        {
            double frequency = 1e6 * Math.Pow(10.0, -0.1 * k);
            Complex z = impedance(new Complex(0.0, 2.0 * Math.PI * frequency));
            z += Noise * z.Magnitude * new Complex(Next(), Next());
            return string.Create(CultureInfo.InvariantCulture, $"{frequency:R},{z.Real:R},{z.Imaginary:R}");
        });
        return Write(name, ["f/Hz,Z'/ohm,Z''/ohm", .. rows]);
    }

    /// <summary>Writes any lines.</summary>
    internal string Write(string name, IEnumerable<string> lines)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
