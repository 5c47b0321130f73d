using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Turns planes of numbers into labels, whole or in part.</summary>
internal static class LabelPlanes
{
    private const int MostLabels = 65_536;

    /// <summary>Reads a whole volume.</summary>
    internal static LabelVolume ReadAll(string path, IPlaneSource source, VoxelSize size) => Read(path, source, size, new VolumePart());

    /// <summary>Reads a part; only the part is held in memory, besides as many planes as one coarse plane joins.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="source">The planes.</param>
    /// <param name="size">Edges of a voxel of the file.</param>
    /// <param name="part">The part.</param>
    /// <param name="progress">Receives the share that is read [–], or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    internal static LabelVolume Read(
        string path, IPlaneSource source, VoxelSize size, VolumePart part, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (source.IsReal)
        {
            throw new InputException(
                InputPlace.Whole(path), "the file holds floating-point numbers, not labels.", "whole numbers from 0 to 65535.", "Segment the image first, then save the labels with 8 or 16 bits.");
        }

        (LatticeExtent from, LatticeExtent coarse) = part.Resolve(source.Extent, path);
        MemoryBudget.Require(3 * coarse.Count, coarse, "to hold the labels");
        int bin = part.Bin, area = coarse.Nx * coarse.Ny;
        double[] plane = new double[(long)source.Extent.Nx * source.Extent.Ny];
        ushort[] labels = new ushort[coarse.Count];
        ushort[][] joined = [.. Enumerable.Range(0, bin).Select(_ => new ushort[plane.Length])];
        var votes = new LabelVotes();
        int largest = 0;
        for (int z = 0; z < coarse.Nz; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(z / (double)coarse.Nz);
            for (int k = 0; k < bin; k++)
            {
                int at = from.Nz + (z * bin) + k;
                source.Read(at, plane);
                Convert(path, plane, joined[k], at);
            }

            for (int n = 0; n < area; n++)
            {
                int corner = from.Nx + (n % coarse.Nx * bin) + (source.Extent.Nx * (from.Ny + (n / coarse.Nx * bin)));
                int label = bin == 1 ? joined[0][corner] : Joined(joined, corner, source.Extent.Nx, votes);
                labels[((long)z * area) + n] = (ushort)label;
                largest = Math.Max(largest, label);
            }
        }

        VoxelSize edges = new(size.X * bin, size.Y * bin, size.Z * bin);
        return largest < 256
            ? new LabelVolume(coarse, edges, Array.ConvertAll(labels, label => (byte)label))
            : new LabelVolume(coarse, edges, labels);
    }

    /// <summary>Returns the most frequent label of a block whose planes are given.</summary>
    private static int Joined(ushort[][] planes, int corner, int nx, LabelVotes votes)
    {
        votes.Clear();
        foreach (ushort[] plane in planes)
        {
            for (int y = 0; y < planes.Length; y++)
            {
                foreach (ushort label in plane.AsSpan(corner + (y * nx), planes.Length))
                {
                    votes.Add(label);
                }
            }
        }

        return votes.Winner;
    }

    private static void Convert(string path, double[] plane, ushort[] labels, int z)
    {
        for (int k = 0; k < plane.Length; k++)
        {
            if (plane[k] is < 0.0 or >= MostLabels)
            {
                throw new InputException(
                    InputPlace.Whole(path),
                    string.Create(CultureInfo.InvariantCulture, $"voxel {((long)z * plane.Length) + k} has the label {plane[k]}."),
                    "0 to 65535.",
                    "Number the labels from 0 before saving.");
            }

            labels[k] = (ushort)plane[k];
        }
    }
}
