using System.Text.Json;
using Lamella.Core.Files;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>The shape of a structure, with what went in.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Volume">The volume.</param>
/// <param name="Result">What was found.</param>
public sealed record MeasurementReport(MeasurementRequest Request, LabelVolume Volume, MorphologyResult Result)
{
    private const double Micrometres = 1e6;
    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    /// <summary>Writes the report as a JSON file, whole or not at all.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    public void Write(string path) => AtomicFile.Write(path, stream => JsonFile.Write(stream, Members));

    /// <summary>Returns the report as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", "voxel-morphology/1");
        writer.WriteString("volume", Path.GetFileName(Request.VolumeFile));
        StructureJson.Box(writer, Volume);
        writer.WriteBoolean("periodic", Request.Options.IsPeriodic);
        writer.Objects("phases", Result.Phases, phase => Phase(writer, phase));
        writer.Objects("interfaces", Result.Interfaces, between =>
        {
            writer.WriteString("first", between.First);
            writer.WriteString("second", between.Second);
            writer.WriteNumber("area_per_volume_1_per_m", between.AreaPerVolume);
        });
    }

    private static void Phase(Utf8JsonWriter writer, PhaseMorphology phase)
    {
        writer.WriteString("name", phase.Name);
        writer.WriteNumber("fraction", phase.Fraction);
        StructureJson.Numbers(writer, "percolating_share_xyz", phase.Percolating);
        writer.WriteNumber("components", phase.Components);
        writer.WriteNumber("components_by_corners", phase.ComponentsByCorners);
        writer.WriteNumber("largest_component_share", phase.LargestShare);
        writer.WriteNumber("surface_per_volume_1_per_m", phase.SurfacePerVolume);
        writer.Number("largest_inscribed_radius_um", Micrometres * phase.LargestRadius);
        StructureJson.Numbers(writer, "mean_chord_xyz_um", phase.Chords.Select(chords => Micrometres * chords.Mean));
        writer.WriteNumber("bodies", phase.Bodies.Diameters.Length);
        StructureJson.Numbers(writer, "body_diameter_d10_d50_d90_um", Shares.Select(share => Micrometres * phase.Bodies.DiameterAt(share)));
        writer.WriteNumber("throats", phase.Bodies.Throats.Length);
        StructureJson.Numbers(writer, "throat_diameter_d10_d50_d90_um", Shares.Select(share => Micrometres * phase.Bodies.ThroatAt(share)));
        StructureJson.Numbers(writer, "correlation_length_xyz_um", phase.TwoPoint.Select(function => Micrometres * (function.CorrelationLength ?? double.NaN)));
        writer.Objects("two_point", phase.TwoPoint.Select((function, axis) => (function, axis)), entry =>
        {
            writer.WriteString("axis", ((char)('x' + entry.axis)).ToString());
            writer.WriteNumber("step_um", Micrometres * entry.function.Step);
            StructureJson.Numbers(writer, "probability", entry.function.Values);
        });
        writer.WriteStartObject("representative_volume");
        Representative(writer, phase.Representative);
        writer.WriteEndObject();
    }

    private static void Representative(Utf8JsonWriter writer, RepresentativeVolume found)
    {
        writer.WriteNumber("confidence", found.Confidence);
        writer.Number("integral_range_um3", found.IntegralRange * 1e18);
        writer.Number("integral_range_low_um3", found.IntegralRangeLow * 1e18);
        writer.Number("integral_range_high_um3", found.IntegralRangeHigh * 1e18);
        writer.Number("fraction_half_width", found.FractionHalfWidth);
        writer.Number("edge_for_5_percent_um", Micrometres * Edge(found, found.IntegralRange));
        writer.Number("edge_for_5_percent_low_um", Micrometres * Edge(found, found.IntegralRangeLow));
        writer.Number("edge_for_5_percent_high_um", Micrometres * Edge(found, found.IntegralRangeHigh));
        writer.Objects("subvolumes", found.Scatter, scatter =>
        {
            writer.WriteNumber("edge_um", Micrometres * scatter.Edge);
            writer.WriteNumber("count", scatter.Count);
            writer.WriteNumber("deviation", scatter.Deviation);
            writer.WriteNumber("deviation_low", scatter.Low);
            writer.WriteNumber("deviation_high", scatter.High);
        });
    }

    /// <summary>Returns the edge of the volume that gives the fraction to 5 % [m].</summary>
    internal static double? Edge(RepresentativeVolume found, double? range) => range is { } known ? found.Edge(0.05, known) : null;
}
