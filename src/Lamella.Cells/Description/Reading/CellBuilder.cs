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
    private const double WidestVoltage = 5.0; // [V] cut-offs of a symmetric cell that states none

    private static readonly Source Perfect = Source.Assumption("a perfect joint, where none is stated");

    private readonly double _temperature = values.Content.Find("temperature")!.Si;

    /// <summary>Builds the cell.</summary>
    internal CellDescription Build(string name, string hash)
    {
        double area = Area();
        _ = values.Take("temperature");
        (double lower, double upper) = CutOffs();
        var lithium = new LithiumBuilder(values, materials, _temperature);
        LithiumElectrode foil = lithium.Build("lithium");
        var layerBuilder = new LayerBuilder(values, materials, _temperature);
        (ImmutableArray<ElectrolyteLayer> layers, ImmutableArray<Joint> joints) = Layers(layerBuilder);
        PorousCathode? cathode = null;
        double capacity = 0.0;
        if (values.Content.Has("cathode"))
        {
            cathode = new CathodeBuilder(values, materials, windows, _temperature).Build(
                lower, upper, (thickness, porosity) => Pores(layerBuilder, layers[^1], joints[^1], thickness, porosity), out capacity);
        }

        LithiumElectrode? counter = values.Content.Has("counter lithium") ? lithium.Build("counter lithium", like: "lithium") : null;
        double rate = OneC(cathode, capacity);
        NotePartitions(layers, joints, cathode?.Pores);
        double contact = values.Take("contact resistance", 0.0, "ohm cm2", Source.Assumption("no contact resistance is stated"));
        values.NoteUnused();
        return new CellDescription
        {
            Name = name,
            Area = area,
            Lithium = foil,
            Layers = layers,
            Joints = joints,
            Cathode = cathode,
            CounterLithium = counter,
            OneCCurrentDensity = rate,
            LowerCutOff = lower,
            UpperCutOff = upper,
            ContactResistance = contact,
            Sources = values.Sources,
            InputHash = hash,
        };
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
            double? balanced = layers.Count > 0 ? Balanced(layers[^1], joints[^1]) : null;
            layers.Add(builder.Build(new LayerScope(path, name, thickness, porosity, null, null, balanced)));
            bool faces = joints.Count + 1 < values.Content.Layers.Length || values.Content.Has("cathode");
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
        before is BinaryLayer binary ? binary.RestConcentration * joint.PartitionCoefficient : null;

    private ElectrolyteLayer Pores(LayerBuilder builder, ElectrolyteLayer last, Joint joint, double thickness, double porosity)
    {
        const string Path = "cathode/electrolyte";
        string lastPath = $"electrolyte/{last.Name}";
        string lastKind = last is BinaryLayer ? CellChecks.Binary : CellChecks.SingleIon;
        string kind = values.Content.Text($"{Path}/kind")?.Text ?? lastKind;
        string? material = kind == lastKind ? builder.MaterialOf(lastPath) : null;
        if (values.Content.Find($"{Path}/salt volume fraction") is { } salt && salt.Si > porosity * (1.0 + CathodeGeometry.Tolerance))
        {
            throw new InputException(
                salt.Place,
                FormattableString.Invariant($"the salt volume fraction {salt.Quantity} is larger than the porosity of the cathode, {100.0 * porosity:G4} vol%."),
                "at most the porosity",
                "Correct it, or leave it out: it is then the porosity.");
        }

        return builder.Build(new LayerScope(Path, "cathode pores", thickness, porosity, kind, material, Balanced(last, joint)));
    }

    private double OneC(PorousCathode? cathode, double capacity)
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
