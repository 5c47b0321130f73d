using System.Collections.Immutable;
using System.Globalization;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Laws;

namespace Lamella.Materials.OpenCircuit;

/// <summary>Finds the stoichiometries at which U(x) meets the cut-offs.</summary>
internal sealed class CutOffSearch(ActiveMaterial material, double temperature, ImmutableArray<string>.Builder notes)
{
    private const double EndOfHost = 0.01;
    private const int MonotonySamples = 2000;
    private const double Margin = 1e-3; // spinodal points are stated to three digits and move with temperature

    private readonly ValidRange _usable = material.UsableStoichiometry ?? material.OpenCircuitPotential.ArgumentRange;

    private double Step => (_usable.Upper - _usable.Lower) / MonotonySamples;

    internal (double Charged, double Discharged) Find(double lowerCutOff, double upperCutOff)
    {
        if (!(double.IsFinite(lowerCutOff) && double.IsFinite(upperCutOff) && lowerCutOff < upperCutOff))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The lower cut-off {lowerCutOff} V must be finite and lie below the upper cut-off {upperCutOff} V."));
        }

        RequireFalling();
        RequireOutsideOfTheGap(lowerCutOff, upperCutOff);
        double highest = Potential(_usable.Lower);
        double lowest = Potential(_usable.Upper);
        double charged = upperCutOff <= highest
            ? Root(upperCutOff, "upper", lowest, highest)
            : EmptyHost(upperCutOff, lowest, highest);
        double discharged = lowerCutOff >= lowest
            ? Root(lowerCutOff, "lower", lowest, highest)
            : FullHost(lowerCutOff, lowest, highest);
        return (charged, discharged);
    }

    internal bool NoteExtrapolation(double charged, double discharged)
    {
        ValidRange fitted = material.OpenCircuitPotential.ArgumentRange;
        bool inside = fitted.Contains(new ValidRange(charged, discharged));
        if (!inside)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"U(x) of {material.Name} is extrapolated: the cut-offs lie at x = {charged:F4} and "
                + $"{discharged:F4}, the fit covers {fitted.Lower:G5} to {fitted.Upper:G5} (potentials "
                + $"{Potential(fitted.Lower):F3} to {Potential(fitted.Upper):F3} V)."));
        }

        return !inside;
    }

    private double Potential(double x) => material.OpenCircuitPotential.At(x, temperature);

    // Bisection down to neighbouring numbers: U falls, so it cannot miss, and nothing here is worth a faster method.
    private double Root(double cutOff, string which, double lowest, double highest)
    {
        if (cutOff < lowest || cutOff > highest)
        {
            throw Unreachable(cutOff, which, lowest, highest);
        }

        double below = _usable.Lower, above = _usable.Upper;
        while (true)
        {
            double middle = 0.5 * (below + above);
            if (middle <= below || middle >= above)
            {
                return middle;
            }

            (below, above) = Potential(middle) >= cutOff ? (middle, above) : (below, middle);
        }
    }

    private double EmptyHost(double cutOff, double lowest, double highest)
    {
        if (_usable.Lower > EndOfHost)
        {
            throw Unreachable(cutOff, "upper", lowest, highest);
        }

        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The published U(x) of {material.Name} ends at {highest:F3} V (x = {_usable.Lower:G4}, the host is empty), below the upper "
            + $"cut-off of {cutOff} V."));
        return _usable.Lower;
    }

    private double FullHost(double cutOff, double lowest, double highest)
    {
        if (_usable.Upper < 1.0 - EndOfHost)
        {
            throw Unreachable(cutOff, "lower", lowest, highest);
        }

        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The published U(x) of {material.Name} ends at {lowest:F3} V (x = {_usable.Upper:G4}, the host is full), above the lower "
            + $"cut-off of {cutOff} V."));
        return _usable.Upper;
    }

    // Over the whole usable range, not only between the roots: bisection is blind to a second branch.
    private void RequireFalling()
    {
        double previous = Potential(_usable.Lower);
        for (int k = 1; k <= MonotonySamples; k++)
        {
            double x = _usable.Lower + (Step * k);
            double next = Potential(x);
            bool isUnstable = material.UnstableStoichiometry is { } gap && x > gap.Lower - Margin && x - Step < gap.Upper + Margin;
            if (!isUnstable && !(next < previous))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"U(x) of {material.Name} does not fall at x = {x:F4} ({previous:F4} V, then {next:F4} "
                    + $"V), so a cut-off has no single stoichiometry. Narrow the usable stoichiometry of "
                    + $"this set or choose another set."));
            }

            previous = next;
        }
    }

    // Where the host separates, U has a minimum and a maximum: only a cut-off beyond both belongs to one stoichiometry.
    private void RequireOutsideOfTheGap(double lowerCutOff, double upperCutOff)
    {
        if (material.UnstableStoichiometry is not { } gap)
        {
            return;
        }

        double least = Potential(gap.Lower), most = Potential(gap.Upper);
        if (lowerCutOff >= least || upperCutOff <= most)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{material.Name} separates into two phases between {least:F3} and {most:F3} V; the cut-offs of {lowerCutOff} and "
                + $"{upperCutOff} V must lie outside. Widen them."));
        }
    }

    private ArgumentException Unreachable(double cutOff, string which, double lowest, double highest) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"The {which} cut-off of {cutOff} V lies outside what U(x) of {material.Name} reaches: "
            + $"{lowest:F3} V (x = {_usable.Upper:G4}) to {highest:F3} V (x = {_usable.Lower:G4}). "
            + $"Change the cut-off or choose a set that covers it."));
}
