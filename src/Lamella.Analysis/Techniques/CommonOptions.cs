using Lamella.Core.Yaml;

namespace Lamella.Analysis.Techniques;

/// <summary>Options that several techniques share, so that one word means one thing everywhere. Geometry is never assumed.</summary>
public static class CommonOptions
{
    /// <summary>Gets the area of the electrode: <c>area</c>.</summary>
    public static TechniqueOption Area { get; } = TechniqueOption.Measure(
        "area", "geometric area of the electrode, with its standard uncertainty where it is known", QuantityRule.Like("1.13 ± 0.02 cm2").Above("0 cm2").Below("100 m2"));

    /// <summary>Gets the thickness of the electrolyte: <c>thickness</c>.</summary>
    public static TechniqueOption Thickness { get; } = TechniqueOption.Measure(
        "thickness", "thickness of the electrolyte between the electrodes, with its standard uncertainty where it is known", QuantityRule.Like("300 ± 5 um").Above("0 um").Below("1 m"));

    /// <summary>Gets the temperature of the measurement: <c>temperature</c>.</summary>
    public static TechniqueOption Temperature { get; } = TechniqueOption.Measure(
        "temperature", "temperature of the measurement", QuantityRule.Like("25 degC").Above("0 K").AtMost("2000 K"));
}
