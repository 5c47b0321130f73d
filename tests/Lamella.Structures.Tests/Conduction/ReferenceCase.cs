using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Structures.Conduction;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;
using Lamella.Tests;

namespace Lamella.Structures.Tests.Conduction;

/// <summary>One line of reference.jsonl: a volume, its conductivities, a direction, and the conductivity that another code found.</summary>
internal sealed record ReferenceCase(string Volume, string Conductivities, string Extra, int Direction, bool IsPeriodic, double Expected, double Active)
{
    private static readonly ImmutableDictionary<string, string> ThirdParty = new Dictionary<string, string>
    {
        ["oi100"] = "openimpala_sample_1bit_100.tif",
        ["oisph100"] = "openimpala_spheres_1bit_100.tif",
        ["leopard100"] = "leopard_slice100.npz",
        ["berea200"] = "berea_100_to_300.npz",
        ["ellips200"] = "ellipsoids_200.tif",
        ["fiberform100"] = "puma_fiberform_100.tif",
        ["weave150"] = "puma_weave_tag_150.tif",
        ["bilayer240"] = "bilayer_240.tif",
        ["nmc1cal"] = "nmc1cal_cbd_bridge_251x301x301.tif",
        ["irep100"] = "imagerep_stack_3phase_100.tiff",
        ["grains51"] = "porespy_partitioned_regions_51.tif",
    }.ToImmutableDictionary();

    // The fraction of fibres that kmean states; the reference does not state its threshold.
    private const double FiberFraction = 0.16714;

    /// <summary>Gets the axis of the field here: the first index of the array runs along z.</summary>
    internal int Axis => 2 - Direction;

    internal static ImmutableArray<ReferenceCase> All() =>
    [
        .. File.ReadLines(SharedFolder.Require("reference/structures/reference.jsonl")).Select(line =>
        {
            JsonElement entry = JsonDocument.Parse(line).RootElement;
            return new ReferenceCase(
                entry.GetProperty("vol").GetString()!,
                entry.GetProperty("k").GetString()!,
                entry.GetProperty("extra").GetString()!,
                entry.GetProperty("dir").GetInt32(),
                entry.GetProperty("per").GetInt32() == 1,
                entry.GetProperty("keff").GetDouble(),
                entry.GetProperty("active").GetDouble());
        }),
    ];

    /// <summary>Reads a volume of the reference, voxels of 1 m.</summary>
    internal static LabelVolume Read(string name)
    {
        string file = ThirdParty.TryGetValue(name, out string? other) ? $"thirdparty/{other}" : $"volumes/{name}.npz";
        string path = SharedFolder.Require("reference/structures/" + file);
        LabelVolume volume = file.EndsWith(".npz", StringComparison.Ordinal)
            ? NumpyFile.Read(path, VoxelSize.Cube(1.0))
            : TiffFile.ReadLabels(path, VoxelSize.Cube(1.0));
        return name == "fiberform100" ? Threshold(volume, FiberFraction) : volume;
    }

    /// <summary>Splits a grey image so that the brighter part has a given fraction of the volume.</summary>
    private static LabelVolume Threshold(LabelVolume grey, double fraction)
    {
        byte[] map = new byte[256];
        long above = 0;
        foreach ((int value, long count) in grey.Count().Reverse())
        {
            above += count;
            if (above > Math.Round(fraction * grey.Extent.Count))
            {
                break;
            }

            map[value] = 1;
        }

        return new LabelVolume(grey.Extent, grey.Size, grey.Map(map));
    }

    internal ConductionProblem Problem(LabelVolume volume) => new()
    {
        Volume = volume,
        Phases = Extra.Length > 0 ? [Grains(volume)] : Phases(volume),
        Area = InterfaceArea.Staircase,
        Boundary = IsPeriodic ? ConductionBoundary.PeriodicSides : ConductionBoundary.InsulatedSides,
    };

    private ConductingPhase Grains(LabelVolume volume)
    {
        string[] words = Extra.Split(' ');
        return new ConductingPhase("grains", [.. volume.Count().Keys], PhaseConductivity.Isotropic(Number(words[1])))
        {
            GrainBoundaryResistance = Number(words[3]),
        };
    }

    private ImmutableArray<ConductingPhase> Phases(LabelVolume volume)
    {
        ImmutableArray<int> present = [.. volume.Count().Keys];
        var phases = ImmutableArray.CreateBuilder<ConductingPhase>();
        foreach (string[] pair in Conductivities.Split(',').Select(pair => pair.Split(':')))
        {
            // Images with grey values keep the order of their labels: the k-th label is the k-th grey value.
            int label = int.Parse(pair[0], CultureInfo.InvariantCulture);
            int own = present.Contains(label) || label >= present.Length ? label : present[label];
            phases.Add(new ConductingPhase(pair[0], [own], PhaseConductivity.Isotropic(Number(pair[1]))));
        }

        int[] rest = [.. present.Except(phases.SelectMany(phase => phase.Labels))];
        if (rest.Length > 0)
        {
            phases.Add(new ConductingPhase("rest", [.. rest], PhaseConductivity.Insulator));
        }

        return phases.ToImmutable();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
