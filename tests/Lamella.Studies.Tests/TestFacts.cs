using Lamella.Cells.Protocols;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Tests;

/// <summary>Facts and measurements that the tests make up.</summary>
internal static class TestFacts
{
    private static readonly Source Invented = Source.Assumption("invented for a test");

    /// <summary>Runs with the token of the test.</summary>
    internal static SimulatedPoint Simulate(this PointSimulator simulator, ExperimentPoint point) =>
        simulator.Run(point, TestContext.Current.CancellationToken);

    internal static PublishedFact Fact(string id, string unit, double? value, FactQualifier qualifier = FactQualifier.Exact) => new()
    {
        Id = id,
        Paper = "test2026",
        System = "a cell",
        Quantity = "a quantity",
        Unit = Unit.Parse(unit),
        Value = value is { } number ? new FactValue(qualifier, [number], Unit.Parse(unit)) : null,
        Conditions = new FactConditions(),
        Source = Invented,
    };

    internal static ExperimentPoint Capacity(string id, double? value, double rate, double chargeRate = 0.2, double temperature = 298.15) => new()
    {
        Fact = Fact(id, "mAh/g", value),
        Kind = ExperimentKind.DischargeCapacity,
        Temperature = temperature,
        ChargeTemperature = temperature,
        Load = CurrentLoad.OfRate(rate),
        Charge = new ChargeConditions(CurrentLoad.OfRate(chargeRate), CurrentLoad.OfRate(0.05), Invented),
        Place = InputPlace.Whole("test"),
    };

    internal static ExperimentPoint Of(ExperimentKind kind, string unit, double? value = null, string id = "F900-0001") => new()
    {
        Fact = Fact(id, unit, value),
        Kind = kind,
        Temperature = 298.15,
        ChargeTemperature = 298.15,
        Place = InputPlace.Whole("test"),
    };
}
