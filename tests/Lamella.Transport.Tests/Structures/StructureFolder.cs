using System.Text;

namespace Lamella.Transport.Tests.Structures;

/// <summary>A folder with a volume and a file that describes it, gone when disposed.</summary>
internal sealed class StructureFolder : IDisposable
{
    internal StructureFolder() => Directory.CreateDirectory(Folder);

    internal string Folder { get; } = Path.Combine(Path.GetTempPath(), "lamella-structure-" + Guid.NewGuid().ToString("N"));

    /// <summary>Writes a volume as .npy; the label comes from x, y and z.</summary>
    internal StructureFolder WithVolume(int nx, int ny, int nz, Func<int, int, int, int> label)
    {
        string header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({nz}, {ny}, {nx}), }}".PadRight(117) + "\n";
        byte[] labels = new byte[nx * ny * nz];
        for (int k = 0; k < labels.Length; k++)
        {
            labels[k] = (byte)label(k % nx, k / nx % ny, k / nx / ny);
        }

        File.WriteAllBytes(
            Path.Combine(Folder, "volume.npy"),
            [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. labels]);
        return this;
    }

    /// <summary>Writes the description and returns its path.</summary>
    internal string Describe(string yaml)
    {
        string path = Path.Combine(Folder, "structure.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
