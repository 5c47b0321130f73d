namespace Lamella.Core.Yaml;

/// <summary>How much a YAML file may hold before it is taken for the wrong file.</summary>
/// <param name="LargestFile">Largest size of the file, in bytes.</param>
/// <param name="MostValues">Most values in the file, aliases counted as often as they are used.</param>
public sealed record YamlLimits(int LargestFile, int MostValues)
{
    /// <summary>Gets the limits of a description: of a cell, a study, a material.</summary>
    public static YamlLimits Description { get; } = new(4 * 1024 * 1024, 100_000);

    /// <summary>Gets the limits of a collection that programs write, such as 100,000 records.</summary>
    public static YamlLimits Collection { get; } = new(512 * 1024 * 1024, 20_000_000);
}
