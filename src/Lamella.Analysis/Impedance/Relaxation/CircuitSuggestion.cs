using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A circuit that describes the processes found, with the values of its parameters.</summary>
/// <param name="Text">The circuit, for example <c>R0-p(R1,CPE1)-W1</c>.</param>
/// <param name="Values">The values [SI] of the parameters, element by element in the order of the text.</param>
/// <remarks>
/// An arc is p(R,CPE) with Q = τⁿ/R, or p(R,C) where n = 1; a skewed arc is G for n = 1 and β = ½, else HN(R, τ, n, β); diffusion over a finite length is Ws(R, τ); a loop of
/// strength −R is p(R,La) with Q = R·τⁿ beside a series resistance smaller by R, since −R/(1 + s) = −R + R·s/(1 + s).
/// </remarks>
public sealed record CircuitSuggestion(string Text, ImmutableArray<SuggestedElement> Values)
{
    private const double SingleTime = 0.99;
    private const double CloseTo = 0.04;

    /// <summary>Translates the processes.</summary>
    internal static CircuitSuggestion Of(ProcessFit fit, double scale, double highest, double lowest)
    {
        var elements = ImmutableArray.CreateBuilder<SuggestedElement>();
        var text = new StringBuilder();
        ProcessSet set = fit.Set;
        double resistance = fit.Resistance * scale;
        ReadOnlySpan<double> areas = fit.Areas;
        foreach (double area in areas)
        {
            resistance += Math.Min(0.0, area * scale);
        }

        if (set.HasInductance)
        {
            Add(elements, text, "L0", [fit.Inductance * scale / highest]);
        }

        if (set.HasResistance || set.Processes.IsEmpty)
        {
            Add(elements, text, "R0", [resistance]);
        }

        int[] order = [.. Enumerable.Range(0, set.Processes.Length).OrderBy(k => set.Processes[k].LogTau)];
        for (int k = 0; k < order.Length; k++)
        {
            AddProcess(elements, text, k + 1, set.Processes[order[k]], areas[order[k]] * scale);
        }

        if (set.TailExponent is { } exponent)
        {
            AddTail(elements, text, order.Length + 1, exponent, fit.Tail * scale, lowest);
        }

        return new CircuitSuggestion(text.ToString(), elements.ToImmutable());
    }

    private static void AddProcess(
        ImmutableArray<SuggestedElement>.Builder elements, StringBuilder text, int number, RelaxationProcess process, double area)
    {
        string own = number.ToString(CultureInfo.InvariantCulture);
        double tau = Math.Exp(process.LogTau), size = Math.Abs(area);
        if (process.Shape == RelaxationShape.Diffusion)
        {
            Add(elements, text, "Ws" + own, [area, tau]);
            return;
        }

        if (process.Shape == RelaxationShape.SkewedArc && area > 0.0)
        {
            bool isGerischer = process.Exponent > SingleTime && Math.Abs(process.Skew - 0.5) < CloseTo;
            Add(elements, text, (isGerischer ? "G" : "HN") + own, isGerischer ? [area, tau] : [area, tau, process.Exponent, process.Skew]);
            return;
        }

        bool isSingle = process.Exponent > SingleTime;
        string partner = (area < 0.0, isSingle) switch
        {
            (true, true) => "L",
            (true, false) => "La",
            (false, true) => "C",
            _ => "CPE",
        };
        double stored = area < 0.0 ? size * Math.Pow(tau, process.Exponent) : Math.Pow(tau, process.Exponent) / size;
        Separate(text).Append(CultureInfo.InvariantCulture, $"p(R{own},{partner}{own})");
        elements.Add(new SuggestedElement("R" + own, [size]));
        elements.Add(new SuggestedElement(partner + own, isSingle ? [stored] : [stored, process.Exponent]));
    }

    private static void AddTail(
        ImmutableArray<SuggestedElement>.Builder elements, StringBuilder text, int number, double exponent, double strength, double lowest)
    {
        string own = number.ToString(CultureInfo.InvariantCulture);
        double coefficient = strength * Math.Pow(lowest, exponent); // of (jω)^−n [Ω·s^−n]
        if (Math.Abs(exponent - 0.5) < CloseTo)
        {
            Add(elements, text, "W" + own, [coefficient / Math.Sqrt(2.0)]); // σ(1 − j)/√ω = σ√2/√(jω)
        }
        else
        {
            bool isCapacitor = exponent > SingleTime;
            Add(elements, text, (isCapacitor ? "C" : "CPE") + own, isCapacitor ? [1.0 / coefficient] : [1.0 / coefficient, exponent]);
        }
    }

    private static void Add(ImmutableArray<SuggestedElement>.Builder elements, StringBuilder text, string name, ImmutableArray<double> values)
    {
        Separate(text).Append(name);
        elements.Add(new SuggestedElement(name, values));
    }

    private static StringBuilder Separate(StringBuilder text) => text.Length > 0 ? text.Append('-') : text;
}

/// <summary>One element of a suggested circuit.</summary>
/// <param name="Name">Its name in the text, for example <c>CPE1</c>.</param>
/// <param name="Values">Its parameters [SI] in the order of the circuit language: for a CPE, Q and n.</param>
public sealed record SuggestedElement(string Name, ImmutableArray<double> Values);
