using Lamella.Cells.Description;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>One small cell of every kind that the model solves, by name.</summary>
internal static class CellKinds
{
    internal static readonly string[] Names =
    [
        "xu2019", "laminate", "symmetric", "ceramic", "chen2020", "capacitive half cell", "capacitive laminate", "blend", "thermal",
        "thermal blend", "bare collector", "inert", "blocking", "host-guest both", "host-guest host", "host-guest guest", "catholyte", "graphite half cell",
    ];

    internal static BareCollector Copper { get; } = new()
    {
        Name = "copper", Lithium = ReferenceCells.Foil(20.0).Metal, NucleationOverpotential = 0.05, FilmResistance = 1e-3,
    };

    internal static BlockingElectrode Steel { get; } = new() { DoubleLayerCapacitance = 0.1 };

    internal static InertElectrode Inert { get; } = new()
    {
        DoubleLayerCapacitance = 0.05,
        RestPotential = 3.0,
        Reactions = [new("solvent oxidation", 1e-3, 4.2, 0.5, IsOxidation: true), new("solvent reduction", 1e-3, 1.0, 0.5, IsOxidation: false)],
    };

    internal static HostGuestLayer Composite { get; } = new()
    {
        Name = "composite",
        Thickness = 100e-6,
        Conductivity = ReferenceCells.Constant(0.03),
        Guest = ReferenceCells.Binary("gel", 0.0, 0.05, 2e-11, 0.3) with { VolumeFraction = 0.4 },
        ExchangeResistance = 2e-2,
        InterfaceArea = 1e6,
    };

    internal static CellDescription Of(string name) => name switch
    {
        "xu2019" => ReferenceCells.Xu2019,
        "laminate" => ReferenceCells.Laminate,
        "symmetric" => ReferenceCells.Symmetric(
            ReferenceCells.Binary("a", 30e-6, 0.05, 3e-11, 0.3), ReferenceCells.Binary("b", 20e-6, 0.08, 5e-11, 0.4)),
        "ceramic" => ReferenceCells.Symmetric(Ceramic),
        "chen2020" => FullCells.Chen2020,
        "capacitive half cell" => Capacitive(ReferenceCells.Xu2019),
        "capacitive laminate" => Capacitive(ReferenceCells.Laminate) with { Layers = [.. ReferenceCells.Laminate.Layers.Select(l => l with { RelativePermittivity = 30.0 })] },
        "blend" => Blend(FullCells.Chen2020),
        "thermal" => FullCells.Chen2020 with { Thermal = FullCells.ChenThermal },
        "thermal blend" => Blend(FullCells.Chen2020) with
        {
            Thermal = FullCells.ChenThermal,
            Layers = [FullCells.Chen2020.Layers[0] with { RelativePermittivity = 10.0 }],
        },
        "bare collector" => Gel with { Positive = Copper with { PlatedThickness = 0.5e-6, CoverageThickness = 1e-6, DoubleLayerCapacitance = 0.1 } },
        "inert" => Gel with { Positive = Inert },
        "blocking" => Gel with { Negative = Steel, Positive = Steel },
        "host-guest both" => ReferenceCells.Symmetric(Composite),
        "host-guest host" => ReferenceCells.Symmetric(Ceramic, Composite with { NegativeContact = PhaseContact.Host, PositiveContact = PhaseContact.Host }, Ceramic),
        "host-guest guest" => ReferenceCells.Xu2019 with
        {
            Layers = [ReferenceCells.Xu2019.Layers[0], Composite with { NegativeContact = PhaseContact.Guest, PositiveContact = PhaseContact.Guest }],
            Joints = [Joint.Perfect, new Joint(1e-3, 1.0), Joint.Perfect],
        },
        "catholyte" => ReferenceCells.Xu2019 with
        {
            Positive = ReferenceCells.Xu2019.PorousPositive! with
            {
                Pores = (BinaryLayer)ReferenceCells.Xu2019.PorousPositive.Pores with { CeramicConductivity = ReferenceCells.Constant(0.02) },
            },
        },
        "graphite half cell" => FullCells.Chen2020 with
        {
            Positive = FullCells.Chen2020.Negative,
            Negative = ReferenceCells.Foil(20.0, 200e-6),
            LowerCutOff = 0.01,
            UpperCutOff = 1.5,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static CellDescription Gel { get; } = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", 50e-6, 0.1, 5e-11, 0.3));

    private static SingleIonLayer Ceramic { get; } = new() { Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(0.05) };

    private static CellDescription Capacitive(CellDescription cell) => cell with
    {
        Negative = (LithiumElectrode)cell.Negative with { DoubleLayerCapacitance = 0.1, FilmCapacitance = 0.02, FilmResistance = 2e-3 },
        Positive = cell.PorousPositive! with { DoubleLayerCapacitance = 0.2 },
    };

    /// <summary>Both electrodes with particles of two and three sizes, double layers and a film on one of them.</summary>
    internal static CellDescription Blend(CellDescription cell)
    {
        ActiveParticles anode = cell.PorousNegative!.Particles[0], cathode = cell.PorousPositive!.Particles[0];
        return cell with
        {
            Negative = cell.PorousNegative with
            {
                Particles = [anode with { VolumeFraction = 0.5 }, anode with { VolumeFraction = 0.25, Radius = 2e-6, FilmResistance = 1e-3 }],
                DoubleLayerCapacitance = 0.2,
            },
            Positive = cell.PorousPositive with
            {
                Particles =
                [
                    cathode with { VolumeFraction = 0.3 }, cathode with { VolumeFraction = 0.2, Radius = 3e-6 },
                    cathode with { VolumeFraction = 0.165, Radius = 8e-6, MaximumConcentration = 50000.0, ChargedStoichiometry = 0.28 },
                ],
            },
        };
    }
}
