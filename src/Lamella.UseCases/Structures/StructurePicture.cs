using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Lamella.Core;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>What a page shows of a structure: slices, a small copy that turns, and the phases along each axis.</summary>
public sealed record StructurePicture
{
    private const int MostAlong = 96;

    /// <summary>Gets the phase of each voxel in the middle planes across x, y and z.</summary>
    public required ImmutableArray<PlaneSlice<byte>> Slices { get; init; }

    /// <summary>Gets the voxels of the small copy along each axis.</summary>
    public required LatticeExtent CopyExtent { get; init; }

    /// <summary>Gets the phase of each voxel of the small copy, x fastest.</summary>
    public required ImmutableArray<byte> Copy { get; init; }

    /// <summary>Gets the fraction of each phase in each plane, by axis, then phase, then plane.</summary>
    [Unit("–")]
    public required ImmutableArray<ImmutableArray<ImmutableArray<double>>> Profiles { get; init; }

    /// <summary>Gets the SHA-256 of the labels and of what they stand for.</summary>
    public required string InputHash { get; init; }

    /// <summary>Gets the directions.</summary>
    public ImmutableArray<DirectionPicture> Directions { get; init; } = [];

    /// <summary>Looks at a structure.</summary>
    internal static StructurePicture Of(LabelVolume volume, ConductionRequest request)
    {
        byte[] phaseOf = new byte[ushort.MaxValue + 1];
        for (int phase = 0; phase < request.Phases.Length; phase++)
        {
            foreach (int label in request.Phases[phase].Labels)
            {
                phaseOf[label] = (byte)Math.Min(phase, byte.MaxValue);
            }
        }

        LatticeExtent n = volume.Extent;
        var small = new LatticeExtent(Math.Min(MostAlong, n.Nx), Math.Min(MostAlong, n.Ny), Math.Min(MostAlong, n.Nz));
        return new StructurePicture
        {
            Slices = [.. Enumerable.Range(0, 3).Select(across => PlaneSlice<byte>.Middle(n, across, k => phaseOf[volume[k]]))],
            CopyExtent = small,
            Copy = Thin(volume, small, phaseOf),
            Profiles = Planes(volume, phaseOf, request.Phases.Length),
            InputHash = Hash(volume, request),
        };
    }

    private static ImmutableArray<byte> Thin(LabelVolume volume, LatticeExtent small, byte[] phaseOf)
    {
        LatticeExtent n = volume.Extent;
        var copy = ImmutableArray.CreateBuilder<byte>((int)small.Count);
        for (int z = 0; z < small.Nz; z++)
        {
            for (int y = 0; y < small.Ny; y++)
            {
                for (int x = 0; x < small.Nx; x++)
                {
                    copy.Add(phaseOf[volume[At(x, n.Nx, small.Nx), At(y, n.Ny, small.Ny), At(z, n.Nz, small.Nz)]]);
                }
            }
        }

        return copy.MoveToImmutable();
    }

    private static int At(int k, int many, int few) => (int)((long)k * many / few);

    private static ImmutableArray<ImmutableArray<ImmutableArray<double>>> Planes(LabelVolume volume, byte[] phaseOf, int phases)
    {
        LatticeExtent n = volume.Extent;
        long[][,] counts = [.. Enumerable.Range(0, 3).Select(axis => new long[phases, n.Along(axis)])];
        long k = 0;
        for (int z = 0; z < n.Nz; z++)
        {
            for (int y = 0; y < n.Ny; y++)
            {
                for (int x = 0; x < n.Nx; x++)
                {
                    int phase = phaseOf[volume[k++]];
                    counts[0][phase, x]++;
                    counts[1][phase, y]++;
                    counts[2][phase, z]++;
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, 3).Select(axis => Enumerable.Range(0, phases).Select(phase => Enumerable.Range(0, n.Along(axis))
                .Select(plane => counts[axis][phase, plane] * (double)n.Along(axis) / n.Count).ToImmutableArray()).ToImmutableArray()),
        ];
    }

    private static string Hash(LabelVolume volume, ConductionRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        VoxelSize size = volume.Size;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{volume.Extent.Nx} {volume.Extent.Ny} {volume.Extent.Nz} {size.X:R} {size.Y:R} {size.Z:R} {request.Boundary} {request.Options.Tolerance:R}\n");
        foreach (ConductingPhase phase in request.Phases)
        {
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(',', phase.Labels)} {phase.Conductivity.X:R} {phase.Conductivity.Y:R} {phase.Conductivity.Z:R} {phase.GrainBoundaryResistance:R}\n");
        }

        foreach (PhaseInterface between in request.Interfaces)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"{between.First} {between.Second} {between.Resistance:R} {between.SheetConductance:R}\n");
        }

        foreach (PhaseConductivity electronic in request.Electronic)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"electrons {electronic.X:R} {electronic.Y:R} {electronic.Z:R}\n");
        }

        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
        byte[] buffer = new byte[1 << 16];
        for (long k = 0; k < volume.Extent.Count;)
        {
            int filled = 0;
            for (; filled < buffer.Length && k < volume.Extent.Count; filled += 2, k++)
            {
                int label = volume[k];
                (buffer[filled], buffer[filled + 1]) = ((byte)label, (byte)(label >> 8));
            }

            hash.AppendData(buffer, 0, filled);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
