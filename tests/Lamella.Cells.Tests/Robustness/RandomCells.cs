using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Robustness;

/// <summary>Random cells of every kind that the model solves, each with values that a real one could have.</summary>
internal static class RandomCells
{
    // The electrolyte of Xu2019 has no diffusivity below its glass temperature, -39 degC: that cell gets another one.
    private const double Thinnest = 1e-7, Thickest = 1e-3; // [m]

    internal static CellDescription Make(Draw draw)
    {
        CellDescription start = draw.OneOf(FullCells.Chen2020, FullCells.Marquis2019, ReferenceCells.Xu2019, ReferenceCells.Xu2019, ReferenceCells.Symmetric(Binary(draw)));
        CellDescription cell = start.PorousPositive is null ? start with { Negative = Foil(draw), Positive = Planar(draw) } : Porous(start, draw);
        ImmutableArray<ElectrolyteLayer> layers = Layers(cell, draw);
        cell = cell with
        {
            Layers = layers,
            Joints = [.. Enumerable.Range(0, layers.Length + 1).Select(_ => Joint(draw))],
            ContactResistance = draw.Chance(0.3) ? draw.Decades(1e-5, 1e-2) : 0.0,
        };
        return draw.Chance(0.2)
            ? cell with { Thermal = new LumpedThermal(draw.Decades(100.0, 1e4), draw.Decades(0.1, 100.0)) }
            : cell;
    }

    private static CellDescription Porous(CellDescription cell, Draw draw)
    {
        PorousElectrode positive = Porous(cell.PorousPositive!, draw);
        Electrode negative = cell.PorousNegative is { } anode && draw.Chance(0.7) ? Porous(anode, draw) : Foil(draw);
        double charge = positive.ReversibleCharge;
        if (negative is PorousElectrode graphite)
        {
            // Both sides hold about the same, as in a cell that someone built.
            graphite = graphite with { Thickness = graphite.Thickness * charge / graphite.ReversibleCharge * draw.Between(0.9, 1.3) };
            negative = graphite;
        }

        return cell with { Negative = negative, Positive = positive, OneCCurrentDensity = charge / 3600.0 };
    }

    private static PorousElectrode Porous(PorousElectrode electrode, Draw draw)
    {
        ElectrolyteLayer pores = draw.OneOf(0, 0, 1, 2) switch
        {
            0 when electrode.Pores is BinaryLayer binary && electrode != ReferenceCells.Xu2019.Positive => binary with { VolumeFraction = draw.Between(0.15, 0.5) },
            1 => Binary(draw) with { CeramicConductivity = ReferenceCells.Constant(draw.Decades(1e-3, 0.1)) },
            _ => SingleIon(draw),
        };
        ActiveParticles particles = electrode.Particles[0] with { Radius = draw.Decades(0.3e-6, 15e-6) };
        ActiveParticles half = particles with { VolumeFraction = 0.5 * particles.VolumeFraction };
        return electrode with
        {
            Thickness = draw.Decades(5e-6, 200e-6),
            Pores = pores with { Thickness = 0.0 },
            ElectronicConductivity = draw.Decades(0.1, 300.0),
            DoubleLayerCapacitance = draw.Chance(0.3) ? draw.Between(0.05, 0.5) : 0.0,
            Particles = draw.Chance(0.25)
                ? [half, half with { Radius = draw.Decades(0.3e-6, 15e-6), FilmResistance = draw.Decades(1e-4, 1e-2) }]
                : [particles with { FilmResistance = draw.Chance(0.3) ? draw.Decades(1e-4, 1e-2) : 0.0 }],
        };
    }

    private static Electrode Planar(Draw draw) => draw.Below(5) switch
    {
        0 => CellKinds.Inert with { DoubleLayerCapacitance = draw.Decades(0.01, 10.0) },
        1 => CellKinds.Steel with { DoubleLayerCapacitance = draw.Decades(0.01, 10.0) },
        2 => CellKinds.Copper with
        {
            PlatedThickness = draw.Chance(0.7) ? draw.Decades(1e-8, 2e-5) : 0.0,
            CoverageThickness = draw.Decades(1e-9, 1e-7),
            DoubleLayerCapacitance = draw.Chance(0.5) ? 0.1 : 0.0,
            LossOnPlating = draw.Chance(0.3) ? draw.Between(0.0, 0.2) : 0.0,
        },
        _ => Foil(draw),
    };

    private static LithiumElectrode Foil(Draw draw)
    {
        LithiumElectrode foil = ReferenceCells.Foil(draw.Decades(0.1, 1e3), draw.Decades(1e-6, 5e-4), draw.Chance(0.5) ? draw.Decades(1e-4, 5e-2) : 0.0);
        return foil with
        {
            Metal = foil.Metal with { ConcentrationExponent = draw.OneOf(0.0, 0.3, 0.5), ActivationEnergy = draw.Between(0.0, 6e4) },
            DoubleLayerCapacitance = draw.Chance(0.3) ? draw.Between(0.01, 0.5) : 0.0,
            FilmCapacitance = foil.FilmResistance > 0.0 && draw.Chance(0.3) ? draw.Decades(1e-3, 0.1) : 0.0,
        };
    }

    private static ImmutableArray<ElectrolyteLayer> Layers(CellDescription cell, Draw draw)
    {
        var layers = ImmutableArray.CreateBuilder<ElectrolyteLayer>();
        int count = 1 + draw.Below(4);
        for (int k = 0; k < count; k++)
        {
            ElectrolyteLayer layer = draw.Below(6) switch
            {
                0 or 1 => SingleIon(draw),
                2 => HostGuest(draw, afterHost: layers.Count > 0 && layers[^1] is HostGuestLayer),
                3 when cell.Layers[0] is BinaryLayer own && cell.Name != ReferenceCells.Xu2019.Name => own with { Thickness = draw.Decades(Thinnest, Thickest) },
                _ => Binary(draw),
            };
            layers.Add(layer with
            {
                Name = FormattableString.Invariant($"layer {k + 1}"),
                RelativePermittivity = layer is not HostGuestLayer && draw.Chance(0.2) ? draw.Between(5.0, 100.0) : 0.0,
            });
        }

        return layers.ToImmutable();
    }

    private static BinaryLayer Binary(Draw draw) => ReferenceCells.Binary("binary", draw.Decades(Thinnest, Thickest), 1.0, 1.0, draw.Between(0.05, 0.95)) with
    {
        Conductivity = draw.Law(1e-2, 1.0),
        Diffusivity = draw.Law(1e-12, 3e-10),
        ThermodynamicFactor = ReferenceCells.Constant(draw.Between(0.7, 3.0)),
        VolumeFraction = draw.Between(0.2, 1.0),
    };

    private static SingleIonLayer SingleIon(Draw draw) => new()
    {
        Name = "single ion",
        Thickness = draw.Decades(Thinnest, Thickest),
        Conductivity = draw.Law(1e-3, 1.0),
    };

    /// <summary>The exchange is between a hundredth and a hundred times as good as conduction across the layer.</summary>
    private static HostGuestLayer HostGuest(Draw draw, bool afterHost)
    {
        double thickness = draw.Decades(1e-6, Thickest), conductivity = draw.Decades(1e-3, 0.1), area = draw.Decades(1e4, 1e7);
        return new HostGuestLayer
        {
            Name = "composite",
            Thickness = thickness,
            Conductivity = ReferenceCells.Constant(conductivity),
            Guest = draw.Chance(0.7) ? Binary(draw) with { Thickness = 0.0 } : SingleIon(draw) with { Thickness = 0.0 },
            InterfaceArea = area,
            ExchangeResistance = draw.Decades(1e-2, 1e2) * area * thickness * thickness / conductivity,
            NegativeContact = afterHost ? PhaseContact.Both : draw.OneOf(PhaseContact.Both, PhaseContact.Host, PhaseContact.Guest),
            PositiveContact = draw.OneOf(PhaseContact.Both, PhaseContact.Host, PhaseContact.Guest),
        };
    }

    private static Joint Joint(Draw draw) => new(
        draw.Chance(0.5) ? draw.Decades(1e-5, 1e-2) : 0.0,
        draw.Chance(0.3) ? draw.Between(0.6, 1.6) : 1.0,
        draw.Between(0.0, 4e4));
}
