using System.Globalization;

namespace Lamella.Cli.Tests;

/// <summary>A folder of small instrument files, good and bad, that a test fills and that goes with it.</summary>
internal sealed class InstrumentFolder : IDisposable
{
    internal InstrumentFolder() => Path = Directory.CreateTempSubdirectory("lamella-instruments-").FullName;

    /// <summary>Gets the folder.</summary>
    internal string Path { get; }

    /// <summary>Writes a file and returns its path.</summary>
    internal string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a time series in Battery Data Format.</summary>
    internal string WriteSeries(string name, int rows) => Write(name, "Test Time / s,Voltage / V,Current / A\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{10 * i},{4.2 - (0.01 * i)},-0.001\n"))));

    /// <summary>Writes a spectrum.</summary>
    internal string WriteSpectrum(string name) => Write(name, "frequency/Hz,Z'/ohm,-Z''/ohm\n100000,10,1\n10000,12,4\n1000,20,8\n100,28,3\n10,30,0.5\n");

    /// <summary>Names a file of the folder.</summary>
    internal string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
