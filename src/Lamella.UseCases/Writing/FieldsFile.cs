using System.Globalization;
using Lamella.Cells.Results;
using Lamella.Core.Arrays;

namespace Lamella.UseCases.Writing;

/// <summary>Writes the fields inside a cell as <c>.npz</c>; names carry the unit.</summary>
/// <remarks>
/// time_s (t), x_m (x), x_face_m (x), region (x, text), c_mol_per_m3, phi_electrolyte_V, phi_solid_V and
/// i_electrolyte_A_per_m2 (t, x; the current through the right faces), T_K (t). For population k: particle_k_name,
/// particle_k_x_m (places), particle_k_r_m (shells), particle_k_stoichiometry (t, places, shells), particle_k_c_max_mol_per_m3.
/// </remarks>
internal static class FieldsFile
{
    internal static void Write(CellFields fields, string path)
    {
        using FileStream stream = File.Create(path);
        NpzFile.Write(stream, Arrays(fields));
    }

    private static List<NamedArray> Arrays(CellFields fields)
    {
        int times = fields.Time.Length, cells = fields.Position.Length;
        var arrays = new List<NamedArray>
        {
            NamedArray.Of("time_s", fields.Time.AsSpan()),
            NamedArray.Of("x_m", fields.Position.AsSpan()),
            NamedArray.Of("x_face_m", fields.Face.AsSpan()),
            NamedArray.OfText("region", fields.Region),
            NamedArray.Of("c_mol_per_m3", fields.Salt.AsSpan(), times, cells),
            NamedArray.Of("phi_electrolyte_V", fields.ElectrolytePotential.AsSpan(), times, cells),
            NamedArray.Of("phi_solid_V", fields.SolidPotential.AsSpan(), times, cells),
            NamedArray.Of("i_electrolyte_A_per_m2", fields.IonicCurrent.AsSpan(), times, cells),
            NamedArray.Of("T_K", fields.Temperature.AsSpan()),
        };
        for (int k = 0; k < fields.Particles.Length; k++)
        {
            ParticleFields particles = fields.Particles[k];
            string name = string.Create(CultureInfo.InvariantCulture, $"particle_{k}");
            arrays.Add(NamedArray.OfText(name + "_name", [particles.Name]));
            arrays.Add(NamedArray.Of(name + "_x_m", particles.Position.AsSpan()));
            arrays.Add(NamedArray.Of(name + "_r_m", particles.Radius.AsSpan()));
            arrays.Add(NamedArray.Of<double>(name + "_c_max_mol_per_m3", [particles.MaximumConcentration]));
            arrays.Add(NamedArray.Of(
                name + "_stoichiometry", particles.Stoichiometry.AsSpan(), times, particles.Position.Length, particles.Radius.Length));
        }

        return arrays;
    }
}
