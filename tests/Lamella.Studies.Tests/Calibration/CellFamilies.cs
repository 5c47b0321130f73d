using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.HalfCell;
using Lamella.Core.Quantities;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Tests.Calibration;

/// <summary>Cells made in code, as functions of a few values.</summary>
internal sealed class CellFamily(Func<double[], CellDescription> build) : ICellFamily
{
    public CellDescription Build(string? variant, ReadOnlySpan<double> values) => build(values.ToArray());

    public bool Moves(int parameter, string? variant) => true;

    /// <summary>A symmetric ceramic cell: [conductivity S/m, exchange current density A/m², film resistance Ω·m²]; solved in no time.</summary>
    internal static CellFamily Ceramic { get; } = new(values =>
    {
        CellDescription cell = ReferenceCells.Symmetric(
            new SingleIonLayer { Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(values[0]) });
        LithiumElectrode foil = ReferenceCells.Foil(values[1], film: values.Length > 2 ? values[2] : 0.0);
        return cell with { Lithium = foil, CounterLithium = foil };
    });

    /// <summary>The half cell Xu2019: [solid diffusivity m²/s, contact resistance Ω·m²].</summary>
    internal static CellFamily HalfCell { get; } = new(values =>
    {
        CellDescription cell = ReferenceCells.Xu2019;
        PorousCathode cathode = cell.Cathode!;
        return cell with
        {
            ContactResistance = values[1],
            Cathode = cathode with { Material = cathode.Material with { Diffusivity = ReferenceCells.Constant(values[0]) } },
        };
    });

    internal static FreeParameter Parameter(
        string name, string unit, double lower, double upper, double start, bool logarithmic = true, GaussianPrior? prior = null) => new(
        new FitParameter(name, lower, upper, start, logarithmic ? ParameterScale.Logarithmic : ParameterScale.Linear), Unit.Parse(unit), prior)
        {
            Path = name,
            Variants = [],
        };

    internal static ImmutableArray<FreeParameter> CeramicParameters { get; } =
    [
        Parameter("conductivity", "S/m", 0.005, 0.5, 0.02), Parameter("exchange current density", "A/m2", 1.0, 200.0, 50.0),
    ];

    internal static ExperimentPoint Overpotential(int number, double density, double? millivolts = null) => TestFacts.Of(
        ExperimentKind.Overpotential, "mV", millivolts, FormattableString.Invariant($"F900-{number:D4}")) with
    {
        Load = CurrentLoad.OfDensity(density),
        HalfCycle = 60.0,
    };

    /// <summary>Gives points the values that a cell really shows, each with its own relative error.</summary>
    internal static ImmutableArray<ExperimentPoint> Measure(
        ICellFamily family, double[] truth, IReadOnlyList<ExperimentPoint> points, Func<int, double>? relativeError = null)
    {
        var simulator = new PointSimulator(family.Build(null, truth), SimulationOptions.Coarse);
        return
        [
            .. points.Select((point, index) => point with
            {
                Fact = TestFacts.Fact(point.Fact.Id, point.Fact.Unit.Symbol, simulator.Simulate(point).Value.Value * (1.0 + (relativeError?.Invoke(index) ?? 0.0))),
            }),
        ];
    }
}
