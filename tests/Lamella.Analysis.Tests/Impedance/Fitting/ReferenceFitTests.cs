using System.Globalization;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

/// <summary>No tool finds a better optimum, whether a poor guess or none is given; see shared/reference/impedance/README.md.</summary>
[Trait("Level", "reference")]
public sealed class ReferenceFitTests
{
    private const double RoundOff = 1e-7; // of the sums of squares in the files, some of which ended at 1e-6 of their gradients
    private const double OfAStandardError = 0.1;

    public static TheoryData<int> Cases() => new(Enumerable.Range(0, ReferenceCases.All.Length));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_WithoutGuess_IsAtLeastAsGoodAsTheBestKnown(int index)
    {
        ReferenceCase reference = ReferenceCases.All[index];

        CircuitFitResult fit = Fit(reference, guess: false);

        fit.SumOfSquares.ShouldBeLessThanOrEqualTo(ReferenceCases.Best(reference) * (1.0 + RoundOff), Describe(reference));
        fit.Search.StartsAtBest.ShouldBeGreaterThanOrEqualTo(2, "the best should be reproducible");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_PoorGuess_IsAtLeastAsGoodAsTheBestKnown(int index)
    {
        ReferenceCase reference = ReferenceCases.All[index];

        CircuitFitResult fit = Fit(reference, guess: true);

        fit.SumOfSquares.ShouldBeLessThanOrEqualTo(ReferenceCases.Best(reference) * (1.0 + RoundOff), Describe(reference));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_SameMinimum_HasTheSameParametersAndErrors(int index)
    {
        ReferenceCase reference = ReferenceCases.All[index];
        (double sum, var listed, var errors) = ReferenceCases.Independent(reference);

        CircuitFitResult fit = Fit(reference, guess: false);

        double[] values = Sorted(reference, [.. listed]), deviations = Sorted(reference, [.. errors], by: [.. listed]);
        bool isSameMinimum = Math.Abs(fit.SumOfSquares - sum) < 1e-5 * sum;
        (isSameMinimum || fit.SumOfSquares < sum).ShouldBeTrue();
        for (int p = 0; isSameMinimum && p < values.Length; p++)
        {
            FittedParameter parameter = fit.Parameters[p];
            if (!double.IsNaN(deviations[p]))
            {
                Math.Abs(parameter.Value - values[p]).ShouldBeLessThan(OfAStandardError * deviations[p], $"{Describe(reference)}: {parameter.Name}");
            }
        }
    }

    /// <summary>The table of docs/explanation/circuits.md: our objective and the best known, to the digits printed there.</summary>
    [Fact]
    public void Page_TableOfReferenceCases_HoldsWhatTheFitsGive()
    {
        string circuit = string.Empty;
        int rows = 0;
        foreach (string line in File.ReadLines(RepositoryFolder.PathOf("docs", "explanation", "circuits.md")))
        {
            string[] cells = [.. line.Split('|', StringSplitOptions.TrimEntries)];
            if (cells.Length == 7 && cells[2] is "modulus" or "unit")
            {
                circuit = cells[1].Contains('`') ? cells[1].Split('`')[1] : circuit;
                ReferenceCase[] meant = [.. ReferenceCases.All.Where(one => one.Circuit == circuit && one.IsUnit == (cells[2] == "unit"))];
                double best = Number(cells[4]), here = Number(cells[5]);
                meant.Any(one => Agrees(ReferenceCases.Best(one), best) && Agrees(Fit(one, guess: false).SumOfSquares, here)).ShouldBeTrue(line);
                here.ShouldBeLessThanOrEqualTo(best);
                rows++;
            }
        }

        rows.ShouldBe(19);
        static double Number(string cell) => double.Parse(cell.Trim('*'), CultureInfo.InvariantCulture);
        static bool Agrees(double value, double printed) => Math.Abs(value - printed) < 1e-6 * printed;
    }

    private static CircuitFitResult Fit(ReferenceCase reference, bool guess)
    {
        var circuit = Circuit.Parse(reference.Circuit);
        Spectrum spectrum = ReferenceCases.Spectrum(reference.Case);
        return CircuitFit.Run(circuit, spectrum, new CircuitFitOptions
        {
            Weighting = reference.IsUnit ? Weighting.Unit : Weighting.Modulus,
            Parameters = guess
                ? [.. circuit.Parameters.Select((parameter, p) => new ParameterSetting(parameter.Name) { Start = reference.Guess[p] })]
                : [],
        });
    }

    private static string Describe(ReferenceCase reference) => $"{reference.Case}, {reference.Circuit}, {(reference.IsUnit ? "unit" : "modulus")}";

    /// <summary>Puts the arcs of a reference into our order, fastest first.</summary>
    private static double[] Sorted(ReferenceCase reference, double[] values, double[]? by = null)
    {
        var layout = new FitLayout(Circuit.Parse(reference.Circuit), new CircuitFitOptions(), new DataRange(1.0, 2.0, 1.0, 2.0));
        double[] keys = by ?? [.. values];
        var arcs = new ArcOrder(layout);
        double[] sorted = [.. keys];
        arcs.SortByTime(sorted);
        int[] places = [.. sorted.Select(value => Array.IndexOf(keys, value))];
        return [.. places.Select(place => values[place])];
    }
}
