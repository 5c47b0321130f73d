using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;
using Lamella.Numerics.Fitting;

namespace Lamella.Studies.Calibration;

/// <summary>Which measured facts a fit uses and what it may move: a calibration.yaml.</summary>
public sealed record CalibrationPlan
{
    /// <summary>Gets a plan that fits nothing: every measurement is a prediction from the described values.</summary>
    public static CalibrationPlan Nothing { get; } = new() { Facts = [], Uncertainty = FactUncertainty.OnePercent, Parameters = [] };

    /// <summary>Gets the facts that the fit uses.</summary>
    public required ImmutableArray<CalibrationFact> Facts { get; init; }

    /// <summary>Gets how uncertain facts are that state no uncertainty.</summary>
    public required FactUncertainty Uncertainty { get; init; }

    /// <summary>Gets what may move.</summary>
    public required ImmutableArray<CalibrationParameter> Parameters { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the calibration.yaml.</param>
    /// <param name="facts">The published facts.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The file is unreadable or no plan.</exception>
    public static CalibrationPlan Read(string path, FactLibrary facts) => CalibrationReader.Read(YamlFile.Read(path), facts);

    /// <summary>Reads a text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="facts">The published facts.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The text is no plan.</exception>
    public static CalibrationPlan ReadText(string name, string text, FactLibrary facts) =>
        CalibrationReader.Read(YamlFile.ReadText(name, text), facts);
}

/// <summary>A fact that a fit uses.</summary>
/// <param name="Fact">The fact; never a sealed one.</param>
/// <param name="Place">Where calibration.yaml names it.</param>
public sealed record CalibrationFact(PublishedFact Fact, InputPlace Place);

/// <summary>A value that a fit may move.</summary>
/// <param name="Path">Path of the value in cell.yaml, such as <c>cathode/solid diffusivity</c>.</param>
/// <param name="Variants">The variants in which it moves; empty for all that have it.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Scale">Whether it moves in proportion to its value or to the logarithm.</param>
/// <param name="UsesAssumedRange">Whether the range that cell.yaml states acts as a Gaussian prior.</param>
/// <param name="Place">Where calibration.yaml names it.</param>
public sealed record CalibrationParameter(
    string Path,
    ImmutableArray<string> Variants,
    Quantity Lower,
    Quantity Upper,
    ParameterScale Scale,
    bool UsesAssumedRange,
    InputPlace Place)
{
    /// <summary>Gets the name shown in results: the path, with the variants where it moves in some only.</summary>
    public string Name => Variants.IsEmpty ? Path : $"{Path} ({string.Join(", ", Variants)})";
}
