using Lamella.Cells.Description;
using Lamella.Core;

namespace Lamella.Cells.Continuum;

/// <summary>Host and guest of one layer: conduction in the host and exchange between the two.</summary>
internal sealed class ExchangeLine
{
    private readonly HostGuestLayer layer;
    private readonly double[] widths;

    internal ExchangeLine(Segment segment, ElectrolyteLine line)
    {
        layer = segment.Host!;
        widths = line.Widths.ToArray();
        Phase = new SecondPhase(segment, line);
        Resistance = new double[segment.Count];
    }

    /// <summary>Gets the host.</summary>
    internal SecondPhase Phase { get; }

    /// <summary>Gets R_i/(S_v·Δx), the exchange resistance of each cell per geometric area [Ω·m²]; 0 in a contact cell.</summary>
    internal double[] Resistance { get; }

    /// <summary>Takes another temperature.</summary>
    /// <param name="temperature">T [K].</param>
    internal void SetTemperature(double temperature)
    {
        Segment segment = Phase.Segment;
        Phase.SetConductivity(widths, layer.Conductivity.At(LithiumKernel.ReferenceConcentration, temperature));
        double perArea = layer.ExchangeResistance / layer.InterfaceArea / PhysicalConstants.ArrheniusFactor(
            layer.ExchangeActivationEnergy, temperature, layer.ExchangeReferenceTemperature);
        for (int lane = 0; lane < segment.Count; lane++)
        {
            bool contact = (lane == 0 && segment.StartsWithContact) || (lane + 1 == segment.Count && segment.EndsWithContact);
            Resistance[lane] = contact ? 0.0 : perArea / widths[segment.First + lane];
        }
    }
}
