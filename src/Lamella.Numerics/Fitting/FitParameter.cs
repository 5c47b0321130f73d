using Lamella.Core;

namespace Lamella.Numerics.Fitting;

/// <summary>How a parameter is stretched over the unit interval in which the fit works.</summary>
public enum ParameterScale
{
    /// <summary>In proportion to the value.</summary>
    Linear,

    /// <summary>In proportion to the logarithm of the value; for parameters known only to an order of magnitude.</summary>
    Logarithmic,
}

/// <summary>A parameter that a fit may move within bounds.</summary>
/// <remarks>
/// The fit works in scaled variables u, 0 at the lower and 1 at the upper bound. The bounds are also the prior knowledge: a
/// uniform distribution between them, of variance 1/12 in u, keeps the uncertainty of what the data cannot tell finite.
/// </remarks>
public sealed record FitParameter
{
    /// <summary>Makes a parameter.</summary>
    /// <param name="name">Name used in messages and reports.</param>
    /// <param name="lower">Lower bound, in the parameter's own unit; above 0 on a logarithmic scale.</param>
    /// <param name="upper">Upper bound, above the lower one.</param>
    /// <param name="start">Where the fit begins, within the bounds.</param>
    /// <param name="scale">Scale.</param>
    /// <exception cref="ArgumentException">The bounds or the start are not as described; the message says which.</exception>
    public FitParameter(string name, double lower, double upper, double start, ParameterScale scale = ParameterScale.Linear)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        bool logarithmic = scale == ParameterScale.Logarithmic;
        if (!(lower < upper && double.IsFinite(lower) && double.IsFinite(upper) && (!logarithmic || lower > 0.0)))
        {
            string further = logarithmic ? ", and above 0 for a logarithmic scale" : string.Empty;
            throw new ArgumentException(FormattableString.Invariant(
                $"The bounds of '{name}' are {lower} and {upper}; they must be finite and increasing{further}."));
        }

        if (!(start >= lower && start <= upper))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The start of '{name}' is {start}; it must lie between its bounds {lower} and {upper}."));
        }

        (Name, Lower, Upper, Start, Scale) = (name, lower, upper, start, scale);
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the lower bound, in the parameter's own unit.</summary>
    [Unit("unit of the parameter")]
    public double Lower { get; }

    /// <summary>Gets the upper bound, in the parameter's own unit.</summary>
    [Unit("unit of the parameter")]
    public double Upper { get; }

    /// <summary>Gets where the fit begins, in the parameter's own unit.</summary>
    [Unit("unit of the parameter")]
    public double Start { get; }

    /// <summary>Gets the scale.</summary>
    public ParameterScale Scale { get; }

    /// <summary>Returns the scaled variable u of a value.</summary>
    /// <param name="value">Value in the parameter's own unit.</param>
    /// <returns>0 at the lower bound, 1 at the upper.</returns>
    public double ToScaled(double value) => Scale == ParameterScale.Linear
        ? (value - Lower) / (Upper - Lower)
        : Math.Log(value / Lower) / Math.Log(Upper / Lower);

    /// <summary>Returns the value of a scaled variable u.</summary>
    /// <param name="scaled">u; 0 and 1 give the bounds exactly.</param>
    /// <returns>Value in the parameter's own unit.</returns>
    public double FromScaled(double scaled) => scaled switch
    {
        0.0 => Lower,
        1.0 => Upper,
        _ => Scale == ParameterScale.Linear
            ? Lower + (scaled * (Upper - Lower))
            : Lower * Math.Exp(scaled * Math.Log(Upper / Lower)),
    };

    /// <summary>Returns how fast the value changes with the scaled variable.</summary>
    /// <param name="value">Value in the parameter's own unit.</param>
    /// <returns>d(value)/du.</returns>
    public double Slope(double value) =>
        Scale == ParameterScale.Linear ? Upper - Lower : value * Math.Log(Upper / Lower);
}
