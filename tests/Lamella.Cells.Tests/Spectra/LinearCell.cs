using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>
/// Impedance of a full cell at equilibrium by another route: uniform coefficients along x, and particles as a local
/// impedance, exact or with the shells that the reference solutions have.
/// </summary>
internal sealed class LinearCell(CellDescription cell, int cells, int? shells)
{
    private const double Temperature = 298.15, Salt = 1000.0;
    private static readonly double ThermalVoltage = PhysicalConstants.ThermalVoltage(Temperature);

    /// <summary>E/j of one particle surface without its double layer [Ω·m²].</summary>
    internal static Complex Faradaic(ActiveParticles particles, Complex shift, int? shells)
    {
        double x = particles.ChargedStoichiometry;
        double[] potential = new double[1], slope = new double[1];
        particles.Material.OpenCircuitPotential.EvaluateWithSlope([x], Temperature, potential, slope);
        double exchange = particles.Material.Kinetics.ReferenceExchangeCurrentDensity * 2.0 * Math.Sqrt(x * (1.0 - x));
        double diffusivity = particles.Material.Diffusivity.At(x, Temperature);
        Complex surface = shells is { } count
            ? Shells(particles.Radius, diffusivity, shift, count)
            : Sphere(particles.Radius, diffusivity, shift);
        return (ThermalVoltage / exchange) - (slope[0] * surface / (PhysicalConstants.Faraday * particles.MaximumConcentration));
    }

    /// <summary>Z per geometric area [Ω·m²].</summary>
    internal Complex Impedance(double frequency)
    {
        var shift = new Complex(0.0, 2.0 * Math.PI * frequency);
        PorousElectrode negative = cell.PorousNegative!, positive = cell.PorousPositive!;
        (ElectrolyteLayer Layer, double Width, PorousElectrode? Electrode)[] parts =
        [
            (negative.Pores, negative.Thickness / cells, negative), (cell.Layers[0], cell.Layers[0].Thickness / cells, null),
            (positive.Pores, positive.Thickness / cells, positive),
        ];
        int total = 3 * cells, voltage = 4 * total;
        var matrix = new SparsePencilBuilder(voltage + 1);
        var b = new Complex[voltage + 1];
        for (int k = 0; k < total; k++)
        {
            (ElectrolyteLayer layer, double width, PorousElectrode? electrode) = parts[k / cells];
            var own = (BinaryLayer)layer;
            bool ends = (k + 1) % cells == 0;
            matrix.Add(Index(k, 0), Index(k, 0), 0.0, own.VolumeFraction * width);
            Reaction(matrix, b, k, electrode, width, shift);
            Solid(matrix, b, k, electrode, width, ends, voltage);
            if (k + 1 == total)
            {
                matrix.Add(Index(k, 3), Index(k, 3), 1.0);
                break;
            }

            (ElectrolyteLayer after, double next, _) = parts[(k + 1) / cells];
            Face(matrix, k, own, width, (BinaryLayer)after, next);
        }

        matrix.Add(Index(0, 1), Index(0, 2), 1.0); // the negative collector is at 0 V
        b[Index(0, 1)] = 0.5 * parts[0].Width / negative.ElectronicConductivity;
        var lu = new ComplexSparseLu(matrix.Build());
        lu.Factor(shift).ShouldBeTrue();
        lu.Solve(b);
        return b[voltage];
    }

    private static int Index(int k, int slot) => (4 * k) + slot; // c, Φ, φ, ionic current through the right face

    private void Reaction(SparsePencilBuilder matrix, Complex[] b, int k, PorousElectrode? electrode, double width, Complex shift)
    {
        int row = Index(k, 3);
        if (k + 1 < 3 * cells)
        {
            matrix.Add(row, row, 1.0);
            if (electrode is null)
            {
                b[row] = -1.0;
                return;
            }
        }
        else
        {
            row = Index(k, 2); // the last cell: its face carries nothing, its reaction fixes φ
        }

        ActiveParticles particles = electrode!.Particles[0];
        Complex admittance = 3.0 * particles.VolumeFraction / particles.Radius * width
            * ((1.0 / Faradaic(particles, shift, shells)) + (shift * electrode.DoubleLayerCapacitance));
        if (k > 0)
        {
            matrix.Add(row, Index(k - 1, 3), -1.0);
        }

        matrix.Add(row, Index(k, 2), -admittance.Real, -admittance.Imaginary / shift.Imaginary);
        matrix.Add(row, Index(k, 1), admittance.Real, admittance.Imaginary / shift.Imaginary);
    }

    private void Solid(
        SparsePencilBuilder matrix, Complex[] b, int k, PorousElectrode? electrode, double width, bool ends, int voltage)
    {
        if (electrode is null)
        {
            matrix.Add(Index(k, 2), Index(k, 2), 1.0);
        }

        if (electrode is not null && !ends)
        {
            double resistance = width / electrode.ElectronicConductivity;
            matrix.Add(Index(k, 2), Index(k + 1, 2), 1.0);
            matrix.Add(Index(k, 2), Index(k, 2), -1.0);
            matrix.Add(Index(k, 2), Index(k, 3), -resistance);
            b[Index(k, 2)] = resistance;
        }

        if (k + 1 == 3 * cells)
        {
            matrix.Add(voltage, voltage, 1.0);
            matrix.Add(voltage, Index(k, 2), -1.0);
            b[voltage] = 0.5 * width / electrode!.ElectronicConductivity;
        }
        else if (electrode is not null && ends)
        {
            matrix.Add(Index(k, 2), Index(k, 3), 1.0); // the negative side hands the whole current over
            b[Index(k, 2)] = -1.0;
        }
    }

    private static void Face(SparsePencilBuilder matrix, int k, BinaryLayer left, double width, BinaryLayer right, double next)
    {
        double diffusion = (0.5 * width / left.Diffusivity.At(Salt, Temperature)) + (0.5 * next / right.Diffusivity.At(Salt, Temperature));
        double ohmic = (0.5 * width / left.Conductivity.At(Salt, Temperature)) + (0.5 * next / right.Conductivity.At(Salt, Temperature));
        double anion = 1.0 - left.TransferenceNumber.At(Salt, Temperature);
        double factor = 2.0 * ThermalVoltage * anion * left.ThermodynamicFactor.At(Salt, Temperature) / Salt;
        foreach ((int row, double sign) in new[] { (Index(k, 0), 1.0), (Index(k + 1, 0), -1.0) })
        {
            matrix.Add(row, Index(k, 0), sign / diffusion);
            matrix.Add(row, Index(k + 1, 0), -sign / diffusion);
            matrix.Add(row, Index(k, 3), -sign * anion / PhysicalConstants.Faraday);
        }

        int potential = Index(k + 1, 1);
        matrix.Add(potential, potential, 1.0);
        matrix.Add(potential, Index(k, 1), -1.0);
        matrix.Add(potential, Index(k, 3), ohmic);
        matrix.Add(potential, Index(k + 1, 0), -factor);
        matrix.Add(potential, Index(k, 0), factor);
    }

    /// <summary>−δx_s·F·c_max/δj of a sphere [s/m].</summary>
    private static Complex Sphere(double radius, double diffusivity, Complex shift)
    {
        Complex q = radius * Complex.Sqrt(shift / diffusivity);
        Complex tanh = q.Real > 30.0 ? Complex.One : Complex.Tanh(q);
        return radius / diffusivity * tanh / (q - tanh);
    }

    /// <summary>The same on equal shells with the surface extrapolated along a straight line.</summary>
    private static Complex Shells(double radius, double diffusivity, Complex shift, int count)
    {
        double h = radius / count;
        var matrix = new SparsePencilBuilder(count);
        var b = new Complex[count];
        for (int k = 0; k < count; k++)
        {
            double inner = k * h, outer = (k + 1) * h, volume = (Math.Pow(outer, 3) - Math.Pow(inner, 3)) / 3.0;
            double into = diffusivity * inner * inner / h, outof = k + 1 < count ? diffusivity * outer * outer / h : 0.0;
            matrix.Add(k, k, into + outof, volume);
            if (k > 0)
            {
                matrix.Add(k, k - 1, -into);
            }

            if (k + 1 < count)
            {
                matrix.Add(k, k + 1, -outof);
            }
        }

        b[^1] = radius * radius; // what leaves, with the sign of −δx
        var lu = new ComplexSparseLu(matrix.Build());
        lu.Factor(shift).ShouldBeTrue();
        lu.Solve(b);
        return (1.5 * b[^1]) - (0.5 * b[^2]);
    }
}
