using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Experiments;

/// <summary>What a file asks for: a protocol, or a named experiment.</summary>
/// <param name="Protocol">The protocol, or null.</param>
/// <param name="Experiment">The experiment with its settings, or null.</param>
public sealed record RunPlan(Protocol? Protocol, CellExperiment? Experiment);

/// <summary>Reads a protocol or a named experiment from a file: YAML, or one step a line.</summary>
/// <remarks>
/// <code>
/// experiment: rate-test
/// rates: [0.1C, 0.5C, 1C]
/// rest: 10 min
/// </code>
/// </remarks>
public static class RunPlanFile
{
    /// <summary>Tells whether a file is YAML, by its name.</summary>
    /// <param name="path">The file.</param>
    /// <returns>True for .yaml and .yml.</returns>
    public static bool IsYaml(string path) =>
        Path.GetExtension(path) is { } ending && (ending.Equals(".yaml", StringComparison.OrdinalIgnoreCase) || ending.Equals(".yml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a YAML file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cell">The cell; gives C-rates and cut-offs their meaning.</param>
    /// <returns>What it asks for.</returns>
    /// <exception cref="InputException">The file is neither; the message shows where and what is allowed.</exception>
    public static RunPlan Read(string path, CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(path);
        YamlMapping file = YamlFile.Read(path);
        if (file.Optional("experiment") is not { } name)
        {
            file.AllowOnly("steps");
            YamlSequence steps = file.Required("steps", "[Charge at 0.2C, Rest for 20 min]").AsSequence();
            return new RunPlan(ProtocolYaml.Read(steps, cell, Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty), null);
        }

        return new RunPlan(null, CellExperiments.Read(name, file.Entries.Where(entry => entry.Key != "experiment")));
    }
}
