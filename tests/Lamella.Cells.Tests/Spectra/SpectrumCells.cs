using Lamella.Cells.Description;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>Cells with every kind of capacitance, by name.</summary>
internal static class SpectrumCells
{
    internal static CellDescription Get(string name) => name switch
    {
        "half cell" => ReferenceSpectra.Xu2019,
        "laminate" => WithLayers(ReferenceCells.Laminate),
        "symmetric" => Symmetric with { Negative = Charged(0.1), Positive = Charged(0.3) },
        "film" => Film,
        "blocking" => Symmetric with { Negative = new BlockingElectrode { DoubleLayerCapacitance = 0.2 }, Positive = new BlockingElectrode { DoubleLayerCapacitance = 0.1 } },
        "thermal" => ReferenceSpectra.Xu2019 with { Thermal = new LumpedThermal(400.0, 3.0) },
        "blend" => Blend,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such cell"),
    };

    private static CellDescription Symmetric => ReferenceCells.Symmetric(
        ReferenceCells.Binary("gel", 50e-6, 0.1, 1e-11, 0.3) with { RelativePermittivity = 20.0 });

    private static CellDescription Film
    {
        get
        {
            LithiumElectrode foil = ReferenceCells.Foil(10.0, film: 5e-3) with { FilmCapacitance = 0.05, DoubleLayerCapacitance = 0.1 };
            return Symmetric with { Negative = foil, Positive = foil };
        }
    }

    private static CellDescription Blend
    {
        get
        {
            var porous = (PorousElectrode)ReferenceSpectra.Xu2019.Positive;
            ActiveParticles first = porous.Particles[0];
            return ReferenceSpectra.Xu2019 with
            {
                Positive = porous with
                {
                    Particles =
                    [
                        first with { VolumeFraction = 0.3 },
                        first with { VolumeFraction = 0.218, Radius = 2e-6, FilmResistance = 1e-3 },
                    ],
                },
            };
        }
    }

    private static LithiumElectrode Charged(double capacitance) =>
        ReferenceCells.Foil(10.0) with { DoubleLayerCapacitance = capacitance };

    private static CellDescription WithLayers(CellDescription cell) => cell with
    {
        Negative = cell.Negative with { DoubleLayerCapacitance = 0.2 },
        Positive = cell.Positive with { DoubleLayerCapacitance = 0.2 },
    };
}
