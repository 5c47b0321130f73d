using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Transport.Structures;

/// <summary>Reads the YAML file that describes a structure; the format stands in <c>docs/structures.md</c>.</summary>
public static class StructureFile
{
    private const string Insulator = "insulator";
    private static readonly QuantityRule Lengths = QuantityRule.Like("0.35 um").Above("0 um");
    private static readonly QuantityRule Conductivities = QuantityRule.Like("0.99 mS/cm").AtLeast("0 S/m");
    private static readonly QuantityRule Resistances = QuantityRule.Like("0.8 ohm cm2").AtLeast("0 ohm cm2");
    private static readonly QuantityRule Sheets = QuantityRule.Like("5 nS").AtLeast("0 S");
    private static readonly QuantityRule Temperatures = QuantityRule.Like("25 degC").AtLeast("-120 degC").AtMost("300 degC");
    private static readonly QuantityRule Energies = QuantityRule.Like("0.24 eV").AtLeast("0 eV").AtMost("3 eV");
    private static readonly QuantityRule Numbers = QuantityRule.Like("0.4").AtLeast("0").AtMost("1");
    private static readonly QuantityRule Tolerances = QuantityRule.Like("0.001").AtLeast("1e-12").AtMost("0.1");

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; the volume that it names lies relative to it.</param>
    /// <returns>The description; the volume itself is not read yet.</returns>
    /// <exception cref="InputException">The file is unreadable or describes no structure; the message says where and why.</exception>
    public static StructureDescription Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        YamlMapping root = YamlFile.Read(path);
        root.AllowOnly("volume", "voxel", "direction", "boundary", "tolerance", "temperature", "phases", "interfaces");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty;
        return new StructureDescription
        {
            File = path,
            VolumeFile = Path.Combine(folder, root.Required("volume", "skeleton.npz").AsText()),
            VoxelSize = Voxel(root.Required("voxel", "0.35 um")),
            Axis = root.Optional("direction")?.AsOneOf("x", "y", "z") is { } axis ? axis[0] - 'x' : 2,
            Boundary = Boundary(root.Optional("boundary")),
            Tolerance = root.Optional("tolerance")?.AsQuantity(Tolerances).InSi ?? 1e-3,
            Temperature = root.Optional("temperature")?.AsQuantity(Temperatures).InSi ?? 298.15,
            Phases = [.. root.Required("phases", "a list of phases").AsSequence().Items.Select(item => Phase(item.AsMapping()))],
            Interfaces = [.. root.Optional("interfaces")?.AsSequence().Items.Select(item => Interface(item.AsMapping())) ?? []],
        };
    }

    private static ConductionBoundary Boundary(YamlNode? node) => node?.AsOneOf("insulated sides", "periodic sides", "periodic") switch
    {
        "insulated sides" => ConductionBoundary.InsulatedSides,
        "periodic" => ConductionBoundary.Periodic,
        _ => ConductionBoundary.PeriodicSides,
    };

    private static VoxelSize Voxel(YamlNode node)
    {
        double[] edges = Three(node, Lengths);
        return new VoxelSize(edges[0], edges[1], edges[2]);
    }

    /// <summary>Reads one value for all axes, or three.</summary>
    private static double[] Three(YamlNode node, QuantityRule rule)
    {
        if (node is not YamlSequence list)
        {
            double value = node.AsQuantity(rule).InSi;
            return [value, value, value];
        }

        return list.Items.Length == 3
            ? [.. list.Items.Select(item => item.AsQuantity(rule).InSi)]
            : throw node.Error($"the list has {list.Items.Length} values.", "one value, or three along x, y and z", "Write for example [0.3 um, 0.3 um, 0.5 um].");
    }

    private static StructurePhase Phase(YamlMapping mapping)
    {
        mapping.AllowOnly("name", "labels", "conductivity", "electronic conductivity", "activation energy", "transference number", "grain boundary", "network");
        string name = mapping.Required("name", "LLZTO").AsText();
        YamlNode labels = mapping.Required("labels", "1");
        string text = labels is YamlSequence several ? string.Join(',', several.Items.Select(item => item.AsText())) : labels.AsText();
        if (!LabelList.TryParse(text, out ImmutableArray<int> read, out string fault))
        {
            throw labels.Error($"'{fault}' is no label.", LabelList.Allowed, "Write the numbers that stand for the phase in the volume.");
        }

        return new StructurePhase(new ConductingPhase(name, read, Conductivity(mapping.Required("conductivity", "0.99 mS/cm")))
        {
            GrainBoundaryResistance = mapping.Optional("grain boundary")?.AsQuantity(Resistances).InSi ?? 0.0,
        })
        {
            ElectronicConductivity = mapping.Optional("electronic conductivity") is { } electronic ? Conductivity(electronic) : null,
            ActivationEnergy = mapping.Optional("activation energy")?.AsQuantity(Energies).InSi ?? 0.0,
            TransferenceNumber = mapping.Optional("transference number")?.AsQuantity(Numbers).InSi,
            Network = mapping.Optional("network")?.AsOneOf("host", "guest") switch
            {
                "host" => StructureNetwork.Host,
                "guest" => StructureNetwork.Guest,
                _ => StructureNetwork.Common,
            },
        };
    }

    private static PhaseConductivity Conductivity(YamlNode node)
    {
        if (node is YamlScalar && node.AsText() == Insulator)
        {
            return PhaseConductivity.Insulator;
        }

        double[] values = Three(node, Conductivities);
        return new PhaseConductivity(values[0], values[1], values[2]);
    }

    private static PhaseInterface Interface(YamlMapping mapping)
    {
        mapping.AllowOnly("between", "resistance", "sheet");
        YamlNode between = mapping.Required("between", "[LLZTO, PEDL]");
        ImmutableArray<YamlNode> pair = between.AsSequence().Items;
        return pair.Length == 2
            ? new PhaseInterface(pair[0].AsText(), pair[1].AsText())
            {
                Resistance = mapping.Optional("resistance")?.AsQuantity(Resistances).InSi ?? 0.0,
                SheetConductance = mapping.Optional("sheet")?.AsQuantity(Sheets).InSi ?? 0.0,
            }
            : throw between.Error($"an interface lies between two phases, not {pair.Length}.", "the names of two phases", "Write for example [LLZTO, PEDL].");
    }
}
