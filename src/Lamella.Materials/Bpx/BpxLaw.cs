using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Bpx;

/// <summary>A property law in the form that BPX can hold: a factor, a function of x and an activation energy.</summary>
/// <remarks>
/// Laws that came from a BPX file and laws of constants give back what they were made of, closed forms are written as expressions
/// where BPX has their functions. Others are sampled: points are added
/// where straight lines between them would miss the law by more than 10⁻⁵ of its span, at most 4000.
/// </remarks>
public sealed record BpxLaw
{
    private const int FirstPoints = 33;
    private const int MostPoints = 4000;
    private const double Tolerance = 1e-5;
    private const double Span = 10.0; // [K] over which a law must follow one activation energy
    private const double Agreement = 1e-6;
    private const int LongestText = 4000; // [characters] of an expression that other readers are sure to take

    /// <summary>Gets the function of x at the reference temperature, without the factor.</summary>
    public required BpxFunction Function { get; init; }

    /// <summary>Gets the factor [–].</summary>
    [Unit("–")]
    public required double Factor { get; init; }

    /// <summary>Gets the activation energy [J/mol]; 0 for none.</summary>
    [Unit("J/mol")]
    public required double ActivationEnergy { get; init; }

    /// <summary>Gets a value indicating whether the function is a table of samples rather than the law itself.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>Gets a value indicating whether the law follows one activation energy within 10 K of the reference temperature.</summary>
    public required bool IsArrhenius { get; init; }

    /// <summary>Takes a law apart.</summary>
    /// <param name="law">The law.</param>
    /// <param name="referenceTemperature">Temperature of the function [K].</param>
    /// <param name="range">Range of x in which samples are taken.</param>
    /// <returns>The parts.</returns>
    public static BpxLaw Of(PropertyLaw law, double referenceTemperature, ValidRange range)
    {
        ArgumentNullException.ThrowIfNull(law);
        LawParts parts = law.Parts;
        double middle = 0.5 * (range.Lower + range.Upper);
        double scale = parts.ActivationEnergy == 0.0
            ? 1.0 : PhysicalConstants.ArrheniusFactor(parts.ActivationEnergy, referenceTemperature, parts.ReferenceTemperature);
        BpxFunction? known = Known(parts.Core, referenceTemperature);
        BpxFunction? written = known is null ? Written(parts.Core, referenceTemperature) : null;
        bool isCore = known is not null && parts.Core is not { IsConstant: true } || parts.ActivationEnergy != 0.0;
        double energy = parts.ActivationEnergy != 0.0 ? parts.ActivationEnergy : isCore ? 0.0 : Energy(law, middle, referenceTemperature);
        return new BpxLaw
        {
            Function = known ?? written ?? Sample(parts.Core, referenceTemperature, range),
            Factor = parts.Factor * scale,
            ActivationEnergy = energy,
            IsSampled = known is null && written is null,
            IsArrhenius = isCore || Follows(law, range, energy, referenceTemperature),
        };
    }

    /// <summary>Tells whether two laws have the same function of x.</summary>
    /// <param name="other">The other law.</param>
    /// <returns>True for the same number, text or table.</returns>
    public bool HasSameFunction(BpxLaw other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Function.Number == other.Function.Number && Function.Expression?.Text == other.Function.Expression?.Text
            && Function.Table.SequenceEqual(other.Function.Table);
    }

    private static BpxFunction? Known(PropertyLaw core, double temperature) => core switch
    {
        ExpressionLaw law => BpxFunction.Of(law.Expression),
        TableLaw { Interpolation: TableInterpolation.Linear } law => BpxFunction.Of(law.Points),
        { IsConstant: true } => BpxFunction.Of(core.At(0.0, temperature)),
        _ => null,
    };

    /// <summary>The closed form as an expression, where BPX has the functions for it.</summary>
    private static BpxFunction? Written(PropertyLaw core, double temperature)
    {
        try
        {
            return core.Write(temperature)?.Text is { Length: <= LongestText } text ? BpxFunction.Of(BpxExpression.Parse(text)) : null;
        }
        catch (NotSupportedException)
        {
            return null; // the form branches on a value
        }
    }

    private static double Energy(PropertyLaw law, double x, double temperature)
    {
        double value = law.At(x, temperature);
        bool isFlat = value <= 0.0 || (law.At(x, temperature + 5.0) == value && law.At(x, temperature - 5.0) == value);
        double energy = isFlat ? 0.0 : law.ActivationEnergy(x, temperature);
        return Math.Abs(energy) < 1e-6 ? 0.0 : energy;
    }

    private static bool Follows(PropertyLaw law, ValidRange range, double energy, double temperature)
    {
        foreach (double share in (ReadOnlySpan<double>)[0.2, 0.5, 0.8])
        {
            double x = range.Lower + (share * (range.Upper - range.Lower)), at = law.At(x, temperature);
            foreach (double warmer in (ReadOnlySpan<double>)[-Span, Span])
            {
                double expected = at * PhysicalConstants.ArrheniusFactor(energy, temperature + warmer, temperature);
                if (Math.Abs(law.At(x, temperature + warmer) - expected) > Agreement * Math.Abs(at))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static BpxFunction Sample(PropertyLaw law, double temperature, ValidRange range)
    {
        List<(double X, double Y)> points = [];
        for (int k = 0; k < FirstPoints; k++)
        {
            double x = range.Lower + ((range.Upper - range.Lower) * k / (FirstPoints - 1));
            points.Add((x, law.At(x, temperature)));
        }

        double allowed = Tolerance * (points.Max(point => point.Y) - points.Min(point => point.Y));
        bool isFine = false;
        while (!isFine && points.Count < MostPoints)
        {
            List<(double X, double Y)> finer = [points[0]];
            for (int k = 1; k < points.Count; k++)
            {
                double x = 0.5 * (points[k - 1].X + points[k].X), y = law.At(x, temperature);
                if (Math.Abs(y - (0.5 * (points[k - 1].Y + points[k].Y))) > allowed)
                {
                    finer.Add((x, y));
                }

                finer.Add(points[k]);
            }

            isFine = finer.Count == points.Count;
            points = finer;
        }

        return BpxFunction.Of(points.ToImmutableArray());
    }
}
