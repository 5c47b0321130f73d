using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Tests.HalfCell;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Tests.Calibration;

namespace Lamella.Studies.Tests.Prediction;

/// <summary>Two parameters of which the facts fix the product alone, as a film resistance and an unknown area.</summary>
public sealed class FlatDirectionTests
{
    private const double FilmOfOne = 1e-3; // film resistance where both factors are 1 [Ω·m²]

    /// <summary>
    /// a·b = 1 within 1 % leaves log a uniform between its bounds, wherever the fit came to rest: the 90 % interval of what
    /// follows a alone runs from 10^−0.9 to 10^0.9 times its middle.
    /// </summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.15)]
    [InlineData(0.101)]
    [InlineData(9.0)]
    [Trait("Level", "identity")]
    public void Predict_FactsFixTheProductAlone_IntervalSpansTheWholeRange(double start)
    {
        ExperimentPoint product = CellFamily.Overpotential(1, 5.0, Millivolts(1.0)), single = CellFamily.Overpotential(2, 5.0) with { Variant = "single" };
        var problem = new CalibrationProblem
        {
            Cells = new Factors(),
            Points = [product],
            Parameters = [CellFamily.Parameter("a", "1", 0.1, 10.0, start), CellFamily.Parameter("b", "1", 0.1, 10.0, 1.0 / start)],
            Uncertainty = FactUncertainty.OnePercent,
        };
        CalibrationResult fit = Calibrator.Fit(problem, null, null, TestContext.Current.CancellationToken);

        ImmutableArray<PredictedPoint> predicted = Predictor.Predict(problem, fit, [product, single], null, null, TestContext.Current.CancellationToken);

        Math.Log10(predicted[1].Lower.Value / Millivolts(1.0)).ShouldBe(-0.9, 0.08);
        Math.Log10(predicted[1].Upper.Value / Millivolts(1.0)).ShouldBe(0.9, 0.08);
        predicted[0].Lower.Value.ShouldBe(Millivolts(1.0) * (1.0 - (Math.Sqrt(2.0) * 0.01645)), 0.01 * Millivolts(1.0));
    }

    private static double Millivolts(double factor) => 1e3 * 2.0 * 5.0 * FilmOfOne * factor;

    /// <summary>Film resistance a·b, or a alone in the variant; everything else vanishes.</summary>
    private sealed class Factors : ICellFamily
    {
        public CellDescription Build(string? variant, ReadOnlySpan<double> values)
        {
            LithiumElectrode foil = ReferenceCells.Foil(1e9, film: FilmOfOne * values[0] * (variant is null ? values[1] : 1.0));
            CellDescription cell = ReferenceCells.Symmetric(
                new SingleIonLayer { Name = "ceramic", Thickness = 1e-9, Conductivity = ReferenceCells.Constant(1.0) });
            return cell with { Lithium = foil, CounterLithium = foil };
        }

        public bool Moves(int parameter, string? variant) => true;
    }
}
