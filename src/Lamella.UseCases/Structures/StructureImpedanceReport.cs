using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lamella.Core;
using Lamella.Core.Files;
using Lamella.Structures.Impedance;
using Lamella.Structures.Voxels;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Structures;

/// <summary>The impedance of a structure, with what went in.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Volume">The volume that was solved.</param>
/// <param name="Result">What was found.</param>
public sealed record StructureImpedanceReport(StructureImpedanceRequest Request, LabelVolume Volume, ImpedanceResult Result)
{
    private const double SquareCentimetres = 1e4; // in a square metre

    /// <summary>Gets the thickness of the volume along the field.</summary>
    [Unit("m")]
    public double Thickness => Volume.Extent.Along(Request.Options.Axis) * Volume.Size.Along(Request.Options.Axis);

    /// <summary>Gets the impedance of the volume as a layer, times its area, shape (frequencies); infinite where nothing conducts.</summary>
    [Unit("Ω·m²")]
    public ImmutableArray<Complex> Impedance =>
        [.. Result.Conductivity.Select(value => value == Complex.Zero ? new Complex(double.PositiveInfinity, 0.0) : Thickness / value)];

    /// <summary>Gets whether anything conducts from face to face at every frequency.</summary>
    public bool Conducts => Result.Conductivity.All(value => value != Complex.Zero);

    /// <summary>Writes the spectrum as a table (.csv), whole or not at all: f, Z′ and −Z″ [Ω·cm²], σ′ and σ″ [S/m].</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("Frequency / Hz,Real Impedance / ohm cm2,Negative Imaginary Impedance / ohm cm2,Real Conductivity / S.m-1,Imaginary Conductivity / S.m-1");
        ImmutableArray<Complex> impedance = Impedance;
        for (int k = 0; k < impedance.Length; k++)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Result.Frequencies[k]:R},{SquareCentimetres * impedance[k].Real:R},{-SquareCentimetres * impedance[k].Imaginary:R},{Result.Conductivity[k].Real:R},{Result.Conductivity[k].Imaginary:R}"));
        }
    });

    /// <summary>Returns the report as JSON.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("model", "voxel-impedance/1");
        writer.WriteString("volume", Path.GetFileName(Request.VolumeFile));
        StructureJson.Box(writer, Volume);
        writer.WriteString("axis", ((char)('x' + Request.Options.Axis)).ToString());
        writer.WriteString("state", "effective in host");
        writer.WriteBoolean("converged", Result.Converged);
        writer.WriteNumber("thickness_um", 1e6 * Thickness);
        StructureJson.Numbers(writer, "frequency_Hz", Result.Frequencies);
        StructureJson.Numbers(writer, "impedance_real_ohm_m2", Impedance.Select(value => value.Real));
        StructureJson.Numbers(writer, "impedance_negative_imaginary_ohm_m2", Impedance.Select(value => -value.Imaginary));
        StructureJson.Numbers(writer, "conductivity_real_S_per_m", Result.Conductivity.Select(value => value.Real));
        StructureJson.Numbers(writer, "conductivity_imaginary_S_per_m", Result.Conductivity.Select(value => value.Imaginary));
        StructureJson.Numbers(writer, "mismatch_of_currents", Result.Mismatch);
    }
}
