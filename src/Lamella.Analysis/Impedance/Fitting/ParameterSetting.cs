using Lamella.Core;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>What the user knows of a parameter before a fit. Values are in SI.</summary>
/// <param name="Name">Name of the parameter in the circuit, for example <c>R1</c> or <c>CPE1.n</c>.</param>
public sealed record ParameterSetting(string Name)
{
    /// <summary>Gets a first guess; null where the fit finds its own.</summary>
    [Unit("unit of the parameter")]
    public double? Start { get; init; }

    /// <summary>Gets the value the parameter is held at; null where it is free.</summary>
    [Unit("unit of the parameter")]
    public double? Fixed { get; init; }

    /// <summary>Gets the lower bound; null for that of the data and the element.</summary>
    [Unit("unit of the parameter")]
    public double? Lower { get; init; }

    /// <summary>Gets the upper bound; null for that of the data and the element.</summary>
    [Unit("unit of the parameter")]
    public double? Upper { get; init; }

    /// <summary>Gets the name of the parameter whose value this one shares; null where it has its own.</summary>
    public string? SharedWith { get; init; }
}
