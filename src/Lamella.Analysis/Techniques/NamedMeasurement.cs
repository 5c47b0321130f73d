using Lamella.Core.Measurements;

namespace Lamella.Analysis.Techniques;

/// <summary>A measurement, measured or simulated, and what the user knows it by.</summary>
/// <param name="File">The file it stands in, as the user named it; any words where there is no file.</param>
/// <param name="Name">Its name inside the file; empty for the only one.</param>
/// <param name="Measurement">The measurement in SI.</param>
public sealed record NamedMeasurement(string File, string Name, Measurement Measurement)
{
    /// <summary>Gets its kind.</summary>
    public MeasurementKind Kind => MeasurementKinds.Of(Measurement);

    /// <summary>Gets file and name in one line.</summary>
    public string Title => Name.Length == 0 ? Path.GetFileName(File) : $"{Path.GetFileName(File)}: {Name}";

    /// <summary>Gives a measurement that comes from no file a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="measurement">The measurement.</param>
    /// <returns>The named measurement.</returns>
    public static NamedMeasurement Of(string name, Measurement measurement) => new(name, string.Empty, measurement);
}
