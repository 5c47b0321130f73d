using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Core.Yaml;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Bare voxels, x fastest, with a sidecar of the same name and the ending <c>.yaml</c> that says what they are.</summary>
/// <remarks>
/// The sidecar of <c>scan.raw</c> is <c>scan.raw.yaml</c>:
/// <code>
/// voxels: [200, 150, 80]
/// type: uint16
/// byte order: little
/// header: 0
/// </code>
/// </remarks>
public static class RawFile
{
    private const string Ending = ".yaml";
    private const long LongestHeader = 1 << 30;
    private static readonly string[] Types = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"];

    /// <summary>Reads labels.</summary>
    /// <param name="path">The file of voxels; its sidecar stands beside it.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The sidecar is missing or wrong, or the file has another length.</exception>
    public static LabelVolume Read(string path, VoxelSize size)
    {
        using var planes = new RawPlanes(path);
        return LabelPlanes.ReadAll(path, planes, size);
    }

    /// <summary>Writes labels and their sidecar.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="volume">The labels.</param>
    public static void Write(string path, LabelVolume volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        LatticeExtent extent = volume.Extent;
        AtomicFile.Write(path, stream =>
        {
            int area = extent.Nx * extent.Ny, bytes = volume.IsNarrow ? 1 : 2;
            byte[] plane = new byte[area * bytes];
            for (int z = 0; z < extent.Nz; z++)
            {
                for (int k = 0; k < area; k++)
                {
                    int label = volume[((long)z * area) + k];
                    plane[k * bytes] = (byte)label;
                    if (bytes == 2)
                    {
                        plane[(2 * k) + 1] = (byte)(label >> 8);
                    }
                }

                stream.Write(plane);
            }
        });
        AtomicFile.WriteText(path + Ending, text =>
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"voxels: [{extent.Nx}, {extent.Ny}, {extent.Nz}]"));
            text.WriteLine(volume.IsNarrow ? "type: uint8" : "type: uint16");
            text.WriteLine("byte order: little");
        });
    }

    /// <summary>Reads the sidecar and compares it with the length of the file.</summary>
    internal static RawLayout Layout(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path + Ending))
        {
            throw new InputException(
                InputPlace.Whole(path),
                $"the sidecar '{Path.GetFileName(path)}{Ending}' is missing; bare voxels do not say how many they are.",
                "a file with the keys voxels, type and, where needed, byte order and header.",
                "Write for example: voxels: [200, 150, 80] on one line and type: uint8 on the next.");
        }

        YamlMapping sidecar = YamlFile.Read(path + Ending).AllowOnly("voxels", "type", "byte order", "header");
        YamlSequence voxels = sidecar.Required("voxels", "[200, 150, 80]").AsSequence();
        if (voxels.Items.Length != 3)
        {
            throw voxels.Error($"there are {voxels.Items.Length} numbers of voxels.", "three: along x, y and z.", "Write for example [200, 150, 80].");
        }

        int[] counts = [.. voxels.Items.Select(item => item.AsInteger(1, int.MaxValue))];
        string type = sidecar.Required("type", "uint8").AsOneOf(Types);
        bool big = sidecar.Optional("byte order")?.AsOneOf("little", "big") == "big";
        long header = sidecar.Optional("header")?.AsInteger(0, (int)LongestHeader) ?? 0;
        int bytes = type.EndsWith('8') ? 1 : type.EndsWith("16", StringComparison.Ordinal) ? 2 : type.EndsWith("32", StringComparison.Ordinal) ? 4 : 8;
        NumberKind kind = type[0] == 'u' ? NumberKind.Unsigned : type[0] == 'i' ? NumberKind.Signed : NumberKind.Real;
        var layout = new RawLayout(new LatticeExtent(counts[0], counts[1], counts[2]), new NumberFormat(kind, bytes, big), header);
        long length = new FileInfo(path).Length, needed = header + (layout.Extent.Count * bytes);
        return length == needed ? layout : throw new InputException(
            InputPlace.Whole(path),
            FormattableString.Invariant($"the file has {length} bytes, but {counts[0]}×{counts[1]}×{counts[2]} voxels of {type} behind a header of {header} need {needed}."),
            "files whose length the sidecar explains.",
            "Correct voxels, type or header in the sidecar, or copy the file again.");
    }
}
