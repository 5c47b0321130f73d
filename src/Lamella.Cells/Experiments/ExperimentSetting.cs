namespace Lamella.Cells.Experiments;

/// <summary>One setting of an experiment: what it means, its value, and how another value is taken.</summary>
/// <param name="Name">Name, as written in YAML and behind <c>--set</c>.</param>
/// <param name="Value">Present value, as it would be written.</param>
/// <param name="Meaning">What it means, and in which units it may be given.</param>
/// <param name="With">Returns the experiment with another value.</param>
public sealed record ExperimentSetting(string Name, string Value, string Meaning, Func<SettingText, CellExperiment> With);
