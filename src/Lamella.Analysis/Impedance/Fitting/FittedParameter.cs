using Lamella.Core;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>What became of a parameter in a fit.</summary>
public enum ParameterStatus
{
    /// <summary>Fitted; the data fix it.</summary>
    Fitted,

    /// <summary>Held at a value by the user.</summary>
    Fixed,

    /// <summary>Shares the value of another parameter.</summary>
    Shared,

    /// <summary>Came to rest at its lower bound: the data would have it smaller, or want it gone.</summary>
    AtLowerBound,

    /// <summary>Came to rest at its upper bound: the data would have it larger.</summary>
    AtUpperBound,

    /// <summary>The data do not fix it: a positive parameter by less than a factor e, an exponent by less than ½.</summary>
    Unidentified,
}

/// <summary>A parameter after a fit.</summary>
/// <param name="Name">Its name in the circuit.</param>
/// <param name="Unit">SI unit, <c>–</c> for a pure number.</param>
/// <param name="Value">Value in SI.</param>
/// <param name="StandardUncertainty">Standard uncertainty in SI with covariance; null where fixed, at a bound or boundless.</param>
/// <param name="Low">Lower end of the 95 % interval in SI; null where there is none.</param>
/// <param name="High">Upper end of the 95 % interval in SI; null where there is none.</param>
/// <param name="Status">What became of it.</param>
public sealed record FittedParameter(
    string Name,
    string Unit,
    [property: Unit("unit of the parameter")] double Value,
    [property: Unit("unit of the parameter")] double? StandardUncertainty,
    [property: Unit("unit of the parameter")] double? Low,
    [property: Unit("unit of the parameter")] double? High,
    ParameterStatus Status);
