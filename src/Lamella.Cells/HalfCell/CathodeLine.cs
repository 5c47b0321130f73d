using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Cells.HalfCell;

/// <summary>The solid side of the cathode at the model's temperature: reaction surface, potential law, electron conduction.</summary>
internal sealed class CathodeLine
{
    internal CathodeLine(PorousCathode cathode, ReadOnlySpan<double> widths, double temperature)
    {
        IntercalationKinetics kinetics = cathode.Material.Kinetics;
        double specificArea = 3.0 * cathode.ActiveVolumeFraction / cathode.ParticleRadius; // [1/m]
        OpenCircuitPotential = cathode.Material.OpenCircuitPotential;
        Surface = new ParticleSurface(
            kinetics.ReferenceExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
                kinetics.ActivationEnergy, temperature, kinetics.ReferenceTemperature),
            kinetics.TransferCoefficient,
            cathode.FilmResistance,
            cathode.Pores is BinaryLayer);
        InverseArea = new double[widths.Length];
        ElectronicResistance = new double[widths.Length];
        LithiumCapacity = new double[widths.Length];
        for (int lane = 0; lane < widths.Length; lane++)
        {
            InverseArea[lane] = 1.0 / (specificArea * widths[lane]);
            double next = lane + 1 < widths.Length ? widths[lane + 1] : 0.0;
            ElectronicResistance[lane] = 0.5 * (widths[lane] + next) / cathode.ElectronicConductivity;
            LithiumCapacity[lane] = cathode.ActiveVolumeFraction * widths[lane] * cathode.MaximumConcentration;
        }
    }

    /// <summary>Gets U(x, T).</summary>
    internal PropertyLaw OpenCircuitPotential { get; }

    /// <summary>Gets the kinetics of the particle surface.</summary>
    internal ParticleSurface Surface { get; }

    /// <summary>Gets geometric area per particle surface of each cell [–].</summary>
    internal double[] InverseArea { get; }

    /// <summary>Gets the electronic resistance from each cell centre to the next, or to the collector [Ω·m²].</summary>
    internal double[] ElectronicResistance { get; }

    /// <summary>Gets the lithium of each cell at x = 1 per geometric area [mol/m²].</summary>
    internal double[] LithiumCapacity { get; }
}
