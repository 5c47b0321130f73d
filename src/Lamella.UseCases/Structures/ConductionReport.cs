using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Lamella.Core.Arrays;
using Lamella.Numerics.Lattice;
using Lamella.Reporting.Html;
using Lamella.Structures.Conduction;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>Conduction through a structure, with what went in.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Extent">Extent of the volume.</param>
/// <param name="Result">What was found.</param>
public sealed record ConductionReport(ConductionRequest Request, LatticeExtent Extent, ConductionResult Result)
{
    /// <summary>Name and revision of the model.</summary>
    internal const string Model = "voxel-conduction/1";

    private static readonly string[] AxisNames = ["x", "y", "z"];
    private static readonly string Version =
        typeof(ConductionReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the memory that the solve was said to need [bytes].</summary>
    public required long RequiredBytes { get; init; }

    /// <summary>Gets what the electrons see, or null where only ions were asked for.</summary>
    public ConductionResult? Electronic { get; init; }

    /// <summary>Gets both networks, or null where only ions were asked for.</summary>
    public MixedConduction? Mixed => Electronic is { } electronic ? new MixedConduction(Result, electronic) : null;

    /// <summary>Gets what a page shows of the structure and its currents, or null where it was not asked for.</summary>
    public StructurePicture? Picture { get; init; }

    /// <summary>Gets the maps of each direction where they were asked for, to be written beside the result.</summary>
    public ImmutableArray<DirectionMaps> Maps { get; init; } = [];

    /// <summary>Names a phase: its labels and what they are.</summary>
    /// <param name="phase">Which phase of the request.</param>
    /// <returns>For example <c>1: 0.99 mS/cm</c>.</returns>
    public string PhaseName(int phase)
    {
        ConductingPhase named = Request.Phases[phase];
        return named.Conductivity == PhaseConductivity.Insulator ? $"{named.Name}: insulator"
            : named.Conductivity == PhaseConductivity.Isotropic(named.Conductivity.X) ? $"{named.Name}: {ConductionPage.Conductivity(named.Conductivity.X)} mS/cm"
            : $"{named.Name}: per axis";
    }

    /// <summary>Writes result.json, with a picture dossier.html and with maps maps.npz, into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, Members);
        if (Picture is { } picture)
        {
            using var page = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
            DossierHtml.Write(ConductionPage.Of(this, picture, Version), page);
        }

        if (!Maps.IsEmpty)
        {
            NpzFile.Write(Path.Combine(inside, ResultFolder.MapsFile), Maps.SelectMany(map => map.Arrays(Extent)));
        }
    });

    /// <summary>Returns the result as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", Model);
        writer.WriteString("software_version", Version);
        writer.WriteString("volume", Path.GetFileName(Request.VolumeFile));
        Numbers(writer, "voxels", [Extent.Nx, Extent.Ny, Extent.Nz]);
        Numbers(writer, "voxel_size_um", [1e6 * Request.VoxelSize.X, 1e6 * Request.VoxelSize.Y, 1e6 * Request.VoxelSize.Z]);
        writer.WriteString("boundary", Request.Boundary.ToString());
        writer.WriteString("state", "effective in host");
        writer.Objects("phases", Request.Phases.Zip(Result.Fractions), entry =>
        {
            writer.WriteString("name", entry.First.Name);
            writer.WriteNumber("fraction", entry.Second);
            Numbers(writer, "conductivity_S_per_m", [entry.First.Conductivity.X, entry.First.Conductivity.Y, entry.First.Conductivity.Z]);
        });
        if (!Request.Electronic.IsEmpty)
        {
            writer.Objects("electronic_phases", Request.Phases.Zip(Request.Electronic), entry =>
            {
                writer.WriteString("name", entry.First.Name);
                Numbers(writer, "conductivity_S_per_m", [entry.Second.X, entry.Second.Y, entry.Second.Z]);
            });
        }

        if (Picture is { } picture)
        {
            writer.WriteString("input_sha256", picture.InputHash);
            writer.Objects("currents", picture.Directions, direction =>
            {
                writer.WriteString("axis", AxisNames[direction.Axis]);
                Numbers(writer, "current_over_mean_at_50_95_99_100_percent", direction.CurrentPercentiles);
                Numbers(writer, "power_share_of_phases", direction.PowerShares);
            });
        }

        writer.Objects("directions", Result.Directions, direction => Direction(writer, direction));
        if (!Result.Tensor.IsEmpty)
        {
            Numbers(writer, "tensor_S_per_m", Result.Tensor);
        }

        if (Mixed is { } mixed)
        {
            writer.Objects("electronic_directions", mixed.Electronic.Directions.Zip(mixed.IonicShares), entry =>
            {
                Direction(writer, entry.First);
                writer.Number("ionic_share", entry.Second);
            });
        }
    }

    private static void Direction(Utf8JsonWriter writer, DirectionResult direction)
    {
        writer.WriteString("axis", AxisNames[direction.Axis]);
        writer.WriteNumber("conductivity_S_per_m", direction.Conductivity);
        writer.WriteNumber("conductivity_from_first_face_S_per_m", direction.ConductivityIn);
        writer.WriteNumber("conductivity_from_last_face_S_per_m", direction.ConductivityOut);
        writer.WriteNumber("algebraic_error_bound_relative", direction.AlgebraicError);
        writer.Number("discretisation_error_estimate_relative", direction.DiscretisationError);
        writer.Number("tortuosity_factor", direction.TortuosityFactor);
        writer.WriteNumber("connected_fraction", direction.ConnectedFraction);
        writer.WriteString("reason", direction.Reason);
        writer.WriteBoolean("converged", direction.Converged);
        writer.WriteNumber("iterations", direction.Iterations);
        writer.WriteNumber("solver_bytes", direction.Bytes);
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
