using System.Collections.Immutable;
using Lamella.Cells.Results;

namespace Lamella.Cells.Continuum;

/// <summary>Parts of the voltage while they are summed up [V].</summary>
internal sealed class VoltageParts(int segments)
{
    internal double OpenCircuit { get; set; }

    internal double SolidDiffusion { get; set; }

    internal double LithiumKinetics { get; set; }

    internal double LithiumFilm { get; set; }

    internal double Joints { get; set; }

    internal double Concentration { get; set; }

    internal double Electronic { get; set; }

    internal double[] Ohmic { get; } = new double[segments];

    private double CathodeKinetics { get; set; }

    private double CathodeFilm { get; set; }

    private double AnodeKinetics { get; set; }

    private double AnodeFilm { get; set; }

    internal void AddReaction(double sign, double kinetics, double film)
    {
        if (sign > 0.0)
        {
            (CathodeKinetics, CathodeFilm) = (kinetics, film);
        }
        else
        {
            (AnodeKinetics, AnodeFilm) = (-kinetics, -film);
        }
    }

    internal VoltageSplit Sum(ImmutableArray<Segment> line) => new()
    {
        OpenCircuit = OpenCircuit,
        SolidDiffusion = SolidDiffusion,
        CathodeKinetics = CathodeKinetics,
        CathodeFilm = CathodeFilm,
        AnodeKinetics = AnodeKinetics,
        AnodeFilm = AnodeFilm,
        LithiumKinetics = LithiumKinetics,
        LithiumFilm = LithiumFilm,
        Ohmic = [.. line.Select((segment, index) => new LayerVoltage(segment.Name, Ohmic[index]))],
        Joints = Joints,
        Concentration = Concentration,
        Electronic = Electronic,
    };
}
