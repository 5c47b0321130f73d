using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Impedance;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core;

namespace Lamella.Analysis.Conductivity;

/// <summary>Assigns the resistances of a fitted circuit to bulk, grain boundary, electrode and leads by their capacitances.</summary>
/// <remarks>
/// <para>The fastest arc whose C·L/A is below 3·10⁻⁹ F/m (a relative permittivity below 340) is bulk. Further arcs below
/// 10⁻⁶ F/m whose C/A is below 3·10⁻³ F/m² are grain boundaries; all others belong to electrodes. A resistor without capacitance
/// is bulk where no bulk arc lies in the range of frequencies, else leads.</para>
/// <para><b>Source.</b> Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132, doi 10.1002/adma.19900020304, table 1 (10⁻¹² F for bulk,
/// 10⁻¹¹ to 10⁻⁸ F for boundaries, 10⁻⁷ to 10⁻⁵ F for interfaces, at L/A = 1 cm⁻¹).</para>
/// </remarks>
internal sealed class ArcAssignment(CircuitFitResult fit, SampleGeometry geometry)
{
    private const double MostOfBulk = 3e-9; // F/m
    private const double MostOfBoundary = 1e-6; // F/m
    private const double MostOfBoundaryPerArea = 3e-3; // F/m²
    private const double Ambiguous = 3.0; // ratio of the capacitances of boundary and bulk

    private readonly List<(string Name, double Resistance, double? Capacitance)> _found = [];

    /// <summary>Assigns every resistance.</summary>
    /// <param name="stated">What the user says of single parameters.</param>
    /// <param name="warnings">Receives what is doubtful.</param>
    internal ImmutableArray<Contribution> Assign(ImmutableDictionary<string, ContributionKind> stated, ICollection<SpectrumWarning> warnings)
    {
        Collect(fit.Circuit.Root);
        int bulk = -1;
        for (int i = 0; i < _found.Count; i++)
        {
            bool isCandidate = _found[i].Capacitance * geometry.CellConstant < MostOfBulk;
            bulk = isCandidate && (bulk < 0 || Time(i) < Time(bulk)) ? i : bulk;
        }

        var contributions = ImmutableArray.CreateBuilder<Contribution>();
        for (int i = 0; i < _found.Count; i++)
        {
            (string name, double resistance, double? capacitance) = _found[i];
            (ContributionKind kind, string reason) = stated.TryGetValue(name, out ContributionKind said)
                ? (said, "stated by the user")
                : Judge(i, bulk);
            contributions.Add(new Contribution(name, resistance, capacitance, capacitance * geometry.CellConstant, kind, reason));
        }

        Doubt(contributions, warnings);
        return contributions.ToImmutable();
    }

    private double Time(int i) => _found[i].Resistance * (_found[i].Capacitance ?? 0.0);

    private (ContributionKind Kind, string Reason) Judge(int i, int bulk)
    {
        if (_found[i].Capacitance is not { } capacitance)
        {
            return bulk < 0
                ? (ContributionKind.Bulk, "no bulk arc lies in the range of frequencies, so what is faster than all arcs is bulk")
                : (ContributionKind.Leads, "it stands before the bulk arc");
        }

        double specific = capacitance * geometry.CellConstant;
        string value = string.Create(CultureInfo.InvariantCulture, $"C·L/A = {specific / 100.0:G3} F/cm");
        if (i == bulk)
        {
            double permittivity = specific / PhysicalConstants.VacuumPermittivity;
            return (ContributionKind.Bulk, string.Create(CultureInfo.InvariantCulture, $"{value}, a relative permittivity of {permittivity:G3}, and the fastest arc"));
        }

        return specific < MostOfBoundary && capacitance / geometry.Area < MostOfBoundaryPerArea
            ? (ContributionKind.GrainBoundary, $"{value}, that of thin layers inside the sample")
            : (ContributionKind.Electrode, string.Create(CultureInfo.InvariantCulture, $"C/A = {capacitance / geometry.Area * 100.0:G3} uF/cm2, that of an interface"));
    }

    private static void Doubt(IReadOnlyList<Contribution> contributions, ICollection<SpectrumWarning> warnings)
    {
        Contribution? bulk = contributions.FirstOrDefault(one => one.Kind == ContributionKind.Bulk && one.Capacitance is not null);
        foreach (Contribution boundary in contributions.Where(one => one.Kind == ContributionKind.GrainBoundary))
        {
            double? ratio = boundary.Capacitance / bulk?.Capacitance;
            if (ratio < Ambiguous)
            {
                warnings.Add(new SpectrumWarning(
                    "bulk-or-boundary", string.Create(CultureInfo.InvariantCulture,
                        $"{boundary.Parameter} has {ratio:F1} times the capacitance of {bulk!.Parameter} only: boundaries a {1.0 / ratio:P0} as thick as the grains, or a second phase. Only the total is sure.")));
            }
        }

        if (!contributions.Any(one => one.Kind is ContributionKind.Bulk or ContributionKind.GrainBoundary))
        {
            warnings.Add(new SpectrumWarning("no-electrolyte", "No resistance of the circuit is that of the electrolyte; the conductivity cannot be told."));
        }
    }

    /// <summary>Lists the resistances below a node: single resistors, arcs, and what follows behind the resistor of an arc.</summary>
    private void Collect(CircuitNode node)
    {
        switch (node.Joint)
        {
            case Joint.None:
                Element(node.Component);
                break;
            case Joint.Series:
                foreach (CircuitNode child in node.Children)
                {
                    Collect(child);
                }

                break;
            default:
                Arc(node);
                break;
        }
    }

    private void Element(int component)
    {
        CircuitComponent own = fit.Circuit.Components[component];
        switch (own.Element.Code)
        {
            case "R":
                _found.Add((own.Name, Value(own, 0), null));
                break;
            case "ZARC" or "HN":
                _found.Add(($"{own.Name}.R", Value(own, 0), Value(own, 1) / Value(own, 0)));
                break;
            case "BL":
                _found.Add(($"{own.Name}.R", Value(own, 0), Value(own, 1)));
                _found.Add(($"{own.Name}.Rgb", Value(own, 2), Value(own, 3)));
                break;
            case "C" or "CPE" or "W" or "Wo" or "Ws" or "G" or "TL" or "TLR" or "TL2" or "L" or "La":
                break; // electrodes and leads carry no resistance of the electrolyte
        }
    }

    /// <summary>An arc: a resistor, alone or at the head of a series, beside a capacitor or constant phase element.</summary>
    private void Arc(CircuitNode node)
    {
        CircuitNode? capacity = node.Children.FirstOrDefault(child => Code(child) is "C" or "CPE");
        foreach (CircuitNode child in node.Children.Where(child => child != capacity))
        {
            CircuitNode? resistor = Code(child) == "R" ? child : child.Joint == Joint.Series ? child.Children.FirstOrDefault(part => Code(part) == "R") : null;
            if (resistor is not null)
            {
                CircuitComponent own = fit.Circuit.Components[resistor.Component];
                double resistance = Value(own, 0);
                _found.Add((own.Name, resistance, capacity is null ? null : Capacitance(fit.Circuit.Components[capacity.Component], resistance)));
            }

            foreach (CircuitNode rest in child.Joint == Joint.Series ? child.Children.Where(part => part != resistor) : [])
            {
                Collect(rest);
            }
        }
    }

    private string Code(CircuitNode node) => node.Joint == Joint.None ? fit.Circuit.Components[node.Component].Element.Code : string.Empty;

    private double Capacitance(CircuitComponent component, double resistance)
    {
        if (component.Element.Code == "C")
        {
            return Value(component, 0);
        }

        double n = Math.Max(Value(component, 1), 0.05);
        return Math.Pow(Value(component, 0) * Math.Pow(resistance, 1.0 - n), 1.0 / n);
    }

    private double Value(CircuitComponent component, int k) => fit.Parameters[component.FirstParameter + k].Value;
}
