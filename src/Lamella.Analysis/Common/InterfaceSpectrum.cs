using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Common;

/// <summary>An arc of an impedance and its capacitance.</summary>
/// <param name="Name">Name of its resistance in the circuit.</param>
/// <param name="Resistance">R [Ω] with its standard uncertainty.</param>
/// <param name="Capacitance">C = (Q·R^(1−n))^(1/n) [F]; Hsu and Mansfeld, Corrosion 57 (2001) 747, doi 10.5006/1.3280607.</param>
public sealed record InterfaceArc(string Name, Uncertain Resistance, double Capacitance);

/// <summary>The impedance of a symmetric cell, parted into electrolyte, interfaces and diffusion of the salt.</summary>
/// <remarks>
/// Circuits of one or two arcs in series with a resistance, without or with a Warburg element for the salt, are fitted; a richer
/// one is taken only where Akaike's criterion falls by more than 10 and all of its parameters are fixed by the data. Arcs with a
/// capacitance of 10 nF to 1 mF are interfaces; faster ones belong to the electrolyte, slower ones to the salt (Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132,
/// <see href="https://doi.org/10.1002/adma.19900020304"/>, for an electrode of about a square centimetre). Where the deviations of the
/// fit are patterned, the circuit and not noise limits it: half of the difference to the next best circuit is then added to the uncertainty.
/// </remarks>
public sealed record InterfaceSpectrum
{
    private const double LeastOfInterface = 1e-8, MostOfInterface = 1e-3; // [F]
    private const double ClearlyBetter = 10.0; // of Akaike's criterion
    private const double LargestWidth = 1.0; // relative standard uncertainty beyond which a resistance is not known

    private static readonly string[] Candidates =
    [
        "R0-p(R1,CPE1)", "R0-p(R1,CPE1)-W1", "R0-p(R1,CPE1)-Ws1", "R0-p(R1,CPE1)-p(R2,CPE2)", "R0-p(R1,CPE1)-p(R2,CPE2)-W1", "R0-p(R1,CPE1)-p(R2,CPE2)-Ws1",
    ];

    /// <summary>Gets the fit.</summary>
    public required CircuitFitResult Fit { get; init; }

    /// <summary>Gets the arcs of interfaces, the fastest first.</summary>
    public required ImmutableArray<InterfaceArc> Interfaces { get; init; }

    /// <summary>Gets the resistance of all interfaces [Ω], with the covariance between the arcs.</summary>
    public required Uncertain InterfaceResistance { get; init; }

    /// <summary>Gets the resistance of the electrolyte [Ω]: the series resistance and arcs that are too fast for an interface.</summary>
    public required Uncertain ElectrolyteResistance { get; init; }

    /// <summary>Parts a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="circuit">The circuit to fit; null chooses one. It needs a series resistance and arcs of a resistance beside a capacitor or constant phase element.</param>
    /// <param name="cancellation">Ends the fits early.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="Core.Errors.InputException">The spectrum has too few points for the circuit.</exception>
    /// <exception cref="ArgumentException">No arc has the capacitance of an interface.</exception>
    public static InterfaceSpectrum Of(Spectrum spectrum, Circuit? circuit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        CircuitFitResult[] fits = circuit is not null ? [CircuitFit.Run(circuit, spectrum, null, cancellation)] : Choose(spectrum, cancellation);
        CircuitFitResult fit = fits[0];
        InterfaceArc[] arcs = [.. Arcs(fit).OrderBy(arc => arc.Resistance.Value * arc.Capacitance)];
        ImmutableArray<InterfaceArc> interfaces = [.. arcs.Where(IsInterface)];
        if (interfaces.IsEmpty)
        {
            throw new ArgumentException(
                $"No arc of the fitted circuit {fit.Circuit.Text} has the capacitance of an interface (10 nF to 1 mF): the spectrum does not show the interfaces; state their resistance.", nameof(spectrum));
        }

        string[] bulk = [.. Series(fit), .. arcs.Where(arc => arc.Capacitance < LeastOfInterface).Select(arc => arc.Name)];
        return new InterfaceSpectrum
        {
            Fit = fit,
            Interfaces = interfaces,
            InterfaceResistance = Widened(fits, Sum(fit, [.. interfaces.Select(arc => arc.Name)])),
            ElectrolyteResistance = bulk.Length == 0 ? default : Sum(fit, bulk),
        };
    }

    /// <summary>Fits the candidates; returns the one to take and, where another one is known as well, that one after it.</summary>
    private static CircuitFitResult[] Choose(Spectrum spectrum, CancellationToken cancellation)
    {
        var known = new List<CircuitFitResult>();
        CircuitFitResult? taken = null;
        foreach (string text in Candidates)
        {
            Circuit circuit = Circuit.Parse(text);
            if (taken is not null && 2 * spectrum.Frequency.Length <= circuit.Parameters.Length + 2)
            {
                break;
            }

            CircuitFitResult fit = CircuitFit.Run(circuit, spectrum, null, cancellation);
            bool isKnown = fit.Parameters.All(IsFixedByData) && fit.Parameters.Where(parameter => parameter.Unit == "Ω").All(parameter => parameter.StandardUncertainty < LargestWidth * parameter.Value);
            if (isKnown)
            {
                known.Add(fit);
            }

            taken = taken is null || (isKnown && fit.Aicc < taken.Aicc - ClearlyBetter) ? fit : taken;
        }

        return [taken!, .. known.Where(fit => !ReferenceEquals(fit, taken)).OrderBy(fit => fit.Aicc).Take(1)];
    }

    private static Uncertain Widened(CircuitFitResult[] fits, Uncertain resistance)
    {
        string[] rival = fits.Length < 2 || fits[0].Warnings.All(warning => warning.Code != "patterned-residuals")
            ? [] : [.. Arcs(fits[1]).Where(IsInterface).Select(arc => arc.Name)];
        double half = rival.Length == 0 ? 0.0 : 0.5 * (Sum(fits[1], rival).Value - resistance.Value);
        return resistance with { Uncertainty = Math.Sqrt((resistance.Uncertainty * resistance.Uncertainty) + (half * half)) };
    }

    private static bool IsInterface(InterfaceArc arc) => arc.Capacitance is >= LeastOfInterface and <= MostOfInterface;

    /// <summary>Tells whether the data fix a parameter; an exponent at its upper bound is that of an ideal capacitor.</summary>
    private static bool IsFixedByData(FittedParameter parameter) =>
        parameter.Status == ParameterStatus.Fitted || (parameter.Status == ParameterStatus.AtUpperBound && parameter.Unit == "–");

    /// <summary>Lists the arcs: a resistance beside a capacitor or constant phase element.</summary>
    private static IEnumerable<InterfaceArc> Arcs(CircuitFitResult fit)
    {
        foreach (CircuitNode branch in fit.Circuit.Root.Children.Where(child => child.Joint == Joint.Parallel))
        {
            CircuitComponent[] parts = [.. branch.Leaves().Select(leaf => fit.Circuit.Components[leaf])];
            CircuitComponent? resistor = Array.Find(parts, part => part.Element.Code == "R"), store = Array.Find(parts, part => part.Element.Code is "C" or "CPE");
            if (resistor is null || store is null)
            {
                continue;
            }

            FittedParameter resistance = fit.Parameters[resistor.FirstParameter];
            double size = fit.Parameters[store.FirstParameter].Value;
            double exponent = store.Element.Code == "C" ? 1.0 : fit.Parameters[store.FirstParameter + 1].Value;
            yield return new InterfaceArc(
                resistance.Name,
                new Uncertain(resistance.Value, resistance.StandardUncertainty ?? 0.0),
                Math.Pow(size * Math.Pow(resistance.Value, 1.0 - exponent), 1.0 / exponent));
        }
    }

    /// <summary>Lists the resistors that stand in series with everything.</summary>
    private static IEnumerable<string> Series(CircuitFitResult fit) => fit.Circuit.Root.Children
        .Where(child => child.Joint != Joint.Parallel).SelectMany(child => child.Leaves()).Select(leaf => fit.Circuit.Components[leaf])
        .Where(component => component.Element.Code == "R").Select(component => fit.Circuit.Parameters[component.FirstParameter].Name);

    private static Uncertain Sum(CircuitFitResult fit, string[] names) => Uncertain.Of(fit.Total(names));
}
