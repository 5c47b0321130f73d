using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>Builds the described cell from the values of its file.</summary>
internal sealed class CellBuilder(CellValues values, MaterialLibrary materials, WindowMemo windows)
{
    private const double HourInSeconds = 3600.0;
    private const int MostInSeries = 1000;
    private const double WidestVoltage = 5.0; // [V] cut-offs of a symmetric cell that states none

    private static readonly Source Perfect = Source.Assumption("a perfect joint, where none is stated");

    private readonly double _temperature = values.Content.Find("temperature")!.Si;

    /// <summary>Builds the cell.</summary>
    internal CellDescription Build(string name, string hash)
    {
        double area = Area();
        _ = values.Take("temperature");
        (double lower, double upper) = CutOffs();
        string negativeSide = values.Content.NegativeSide, positiveSide = values.Content.PositiveSide;
        Electrode? planarNegative = Planar(negativeSide, like: null);
        var layerBuilder = new LayerBuilder(values, materials, _temperature);
        (ImmutableArray<ElectrolyteLayer> layers, ImmutableArray<Joint> joints) = Layers(layerBuilder);
        PorousElectrode? cathode = null, anode = null;
        double capacity = 0.0;
        ElectrolyteLayer CathodePores(double thickness, double porosity) =>
            Pores(layerBuilder, "cathode", layers[^1], joints[^1], thickness, porosity);
        if (negativeSide == "anode")
        {
            Joint before = joints[0] with { PartitionCoefficient = 1.0 / joints[0].PartitionCoefficient }; // seen from the layer
            ElectrolyteLayer AnodePores(double thickness, double porosity) =>
                Pores(layerBuilder, "anode", layers[0], before, thickness, porosity);
            (anode, cathode) = FullCell(lower, upper, AnodePores, CathodePores);
        }
        else if (positiveSide == "cathode")
        {
            var builder = new PorousBuilder(values, materials, windows, _temperature, "cathode");
            builder.Draft();
            cathode = builder.Build(builder.WindowsAgainstLithium(lower, upper, out capacity), CathodePores);
        }

        Electrode positive = cathode ?? Planar(positiveSide, negativeSide)!;
        double rate = OneC(cathode, anode is null ? capacity : cathode!.ReversibleCharge / cathode.ActiveLoading);
        NotePartitions(layers, joints[1..], cathode?.Pores);
        double contact = values.Take("contact resistance", 0.0, "ohm cm2", Source.Assumption("no contact resistance is stated"));
        LumpedThermal? thermal = Thermal();
        (int inSeries, double bipolar) = Series();
        values.NoteUnused();
        return new CellDescription
        {
            Name = name,
            Area = area,
            Negative = anode ?? planarNegative!,
            Layers = layers,
            Joints = joints,
            Positive = positive,
            Thermal = thermal,
            OneCCurrentDensity = rate,
            LowerCutOff = inSeries * lower,
            UpperCutOff = inSeries * upper,
            CellsInSeries = inSeries,
            BipolarResistance = bipolar,
            ContactResistance = contact,
            Sources = values.Sources,
            InputHash = hash,
        };
    }

    private Electrode? Planar(string side, string? like)
    {
        string kind = side.Replace("counter ", string.Empty, StringComparison.Ordinal);
        string? same = kind == like ? like : null; // a counter electrode takes over what it does not state
        var planar = new PlanarBuilder(values, materials, _temperature);
        return kind switch
        {
            "lithium" => new LithiumBuilder(values, materials, _temperature).Build(side, same),
            "collector" => planar.Collector(side),
            "blocking" => planar.Blocking(side, same),
            "inert" => planar.Inert(side),
            _ => null,
        };
    }

    private (PorousElectrode Anode, PorousElectrode Cathode) FullCell(
        double lower, double upper, Func<double, double, ElectrolyteLayer> anodePores, Func<double, double, ElectrolyteLayer> cathodePores)
    {
        var negative = new PorousBuilder(values, materials, windows, _temperature, "anode");
        var positive = new PorousBuilder(values, materials, windows, _temperature, "cathode");
        negative.Draft();
        positive.Draft();
        (ImmutableArray<ParticleWindow> anode, ImmutableArray<ParticleWindow> cathode) =
            new FullCellWindows(values, negative, positive, _temperature).Find(lower, upper);
        return (negative.Build(anode, anodePores), positive.Build(cathode, cathodePores));
    }

    private LumpedThermal? Thermal()
    {
        if (!values.Content.Has("thermal"))
        {
            return null;
        }

        double capacity = values.Take("thermal/heat capacity")
            ?? throw values.Content.Missing("thermal", "heat capacity", "Add the heat capacity per area of the cell, such as 'heat capacity: 500 J/(m2 K)'.");
        double cooling = values.Take("thermal/cooling", 0.0, "W/(m2 K)", Source.Assumption("an insulated cell, where no cooling is stated"));
        return new LumpedThermal(capacity, cooling, values.Take("thermal/ambient") ?? double.NaN);
    }

    /// <summary>A bipolar stack of equal cells.</summary>
    private (int Cells, double Resistance) Series()
    {
        StatedValue? stated = values.Content.Find("bipolar stack/cells");
        if (stated is null)
        {
            return !values.Content.Has("bipolar stack")
                ? (1, 0.0)
                : throw values.Content.Missing("bipolar stack", "cells", "Add how many cells stand in series, such as 'cells: 2'.");
        }

        double count = values.Take("bipolar stack/cells")!.Value;
        double plate = values.Take("bipolar stack/resistance", 0.0, "ohm cm2", Source.Assumption("perfect bipolar collectors, where nothing is stated"));
        return count == Math.Round(count) && count <= MostInSeries ? ((int)count, plate) : throw new InputException(
            stated.Place,
            FormattableString.Invariant($"{count} cells cannot stand in series."),
            FormattableString.Invariant($"a whole number from 1 to {MostInSeries}"),
            "Give the number of cells of the bipolar stack, such as 'cells: 2'.");
    }

    private double Area() => values.Take("area") ?? (Math.PI / 4.0 * Math.Pow(values.Take("diameter")!.Value, 2.0));

    private (double Lower, double Upper) CutOffs()
    {
        Source source = Source.Assumption("no cut-off of a symmetric cell is stated");
        return (values.Take("cut-offs/lower", -WidestVoltage, "V", source), values.Take("cut-offs/upper", WidestVoltage, "V", source));
    }

    private (ImmutableArray<ElectrolyteLayer> Layers, ImmutableArray<Joint> Joints) Layers(LayerBuilder builder)
    {
        var layers = ImmutableArray.CreateBuilder<ElectrolyteLayer>();
        var joints = ImmutableArray.CreateBuilder<Joint>();
        foreach (string name in values.Content.Layers)
        {
            string path = $"electrolyte/{name}";
            double thickness = values.Take($"{path}/thickness")!.Value;
            double? porosity = values.Take($"{path}/porosity");
            if (layers.Count == 0)
            {
                joints.Add(values.Content.Has($"{path}/joint before") ? JointAfter($"{path}/joint before") : Joint.Perfect);
            }

            double? balanced = layers.Count > 0 ? Balanced(layers[^1], joints[^1]) : null;
            layers.Add(builder.Build(new LayerScope(path, name, thickness, porosity, null, null, balanced)));
            bool faces = layers.Count < values.Content.Layers.Length || values.Content.Has("cathode");
            joints.Add(faces ? JointAfter($"{path}/joint") : Joint.Perfect); // lithium takes a film, not a joint
        }

        return (layers.ToImmutable(), joints.ToImmutable());
    }

    private Joint JointAfter(string path)
    {
        StatedValue? stated = values.Content.Find($"{path}/resistance");
        double resistance = values.Take($"{path}/resistance", 0.0, "ohm cm2", Perfect);
        double partition = values.Take($"{path}/partition", 1.0, "1", Perfect);
        double? energy = values.Take($"{path}/resistance/activation energy") ?? values.Take($"{path}/activation energy");
        if (energy is null && resistance > 0.0)
        {
            values.Note($"{path}/resistance: no activation energy is stated, so {stated!.Quantity} holds at every temperature.");
        }

        return new Joint(resistance, partition, energy ?? 0.0, stated?.Quantity.Temperature ?? _temperature);
    }

    /// <summary>Says where a partition coefficient stands beside a layer without salt.</summary>
    private void NotePartitions(ImmutableArray<ElectrolyteLayer> layers, ImmutableArray<Joint> joints, ElectrolyteLayer? pores)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            ElectrolyteLayer? next = i + 1 < layers.Length ? layers[i + 1] : pores;
            if (joints[i].PartitionCoefficient != 1.0 && (layers[i] is SingleIonLayer || next is SingleIonLayer))
            {
                values.Note(FormattableString.Invariant(
                    $"electrolyte/{layers[i].Name}/joint/partition: {joints[i].PartitionCoefficient} changes nothing, because a single-ion layer holds no salt to share."));
            }
        }
    }

    /// <summary>Salt concentration beyond a joint that is in equilibrium with a layer.</summary>
    private static double? Balanced(ElectrolyteLayer before, Joint joint) =>
        (before is HostGuestLayer two ? two.Guest : before) is BinaryLayer binary ? binary.RestConcentration * joint.PartitionCoefficient : null;

    private ElectrolyteLayer Pores(LayerBuilder builder, string side, ElectrolyteLayer next, Joint joint, double thickness, double porosity)
    {
        string path = $"{side}/electrolyte";
        bool isGuest = next is HostGuestLayer; // the guest fills the pores
        string nextPath = isGuest ? $"electrolyte/{next.Name}/guest" : $"electrolyte/{next.Name}";
        ElectrolyteLayer last = next is HostGuestLayer two ? two.Guest : next;
        string lastKind = last is BinaryLayer ? CellChecks.Binary : CellChecks.SingleIon;
        string kind = values.Content.Text($"{path}/kind")?.Text ?? lastKind;
        string? material = kind == lastKind ? builder.MaterialOf(nextPath) : null;
        if (values.Content.Find($"{path}/salt volume fraction") is { } salt && salt.Si > porosity * (1.0 + PorousGeometry.Tolerance))
        {
            throw new InputException(
                salt.Place,
                FormattableString.Invariant($"the salt volume fraction {salt.Quantity} is larger than the porosity of the {side}, {100.0 * porosity:G4} vol%."),
                "at most the porosity",
                "Correct it, or leave it out: it is then the porosity.");
        }

        return builder.Build(new LayerScope(path, $"{side} pores", thickness, porosity, kind, material, Balanced(last, joint)));
    }

    private double OneC(PorousElectrode? cathode, double capacity)
    {
        StatedValue? stated = values.Content.Find("1C");
        if (stated is null)
        {
            double usual = capacity * (cathode?.ActiveLoading ?? 0.0) / HourInSeconds;
            if (cathode is not null)
            {
                values.Default("1C", usual, "mA/cm2", new Source(Origin.Derived, "the reversible capacity in one hour", null, null, Confidence.Verified));
            }

            return usual;
        }

        double rate = values.Take("1C")!.Value;
        if (stated.Quantity.Dimension == PerArea)
        {
            return rate;
        }

        return cathode is not null ? rate * cathode.ActiveLoading : throw new InputException(
            stated.Place,
            $"1C is {stated.Quantity}, per mass of active material, but the cell has no cathode.",
            "a current density such as 0.34 mA/cm2",
            "Give 1C per area, or leave it out and state currents in the protocol.");
    }

    private static Dimension PerArea { get; } = Dimension.Of("A/m2");
}
