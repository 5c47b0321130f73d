using System.Collections.Immutable;
using Lamella.Analysis.Impedance;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Conductivity;

/// <summary>Ionic conductivity of a sample from a fitted impedance spectrum, with blocking or with reversible electrodes.</summary>
/// <remarks>
/// σ = L/(R·A); (u_σ/σ)² = (u_R/R)² + (u_L/L)² + (u_A/A)², u_R of a sum of arcs with their covariance. The resistances are
/// assigned by capacitance (Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132, doi 10.1002/adma.19900020304).
/// </remarks>
public static class ConductivityAnalysis
{
    private const double Disagreement = 0.1;

    /// <summary>Computes one conductivity from a resistance.</summary>
    /// <param name="resistance">R in ohm, above 0, with its standard uncertainty.</param>
    /// <param name="geometry">Thickness and area.</param>
    /// <param name="state">What was measured.</param>
    /// <param name="temperature">T [K], or null.</param>
    /// <returns>The conductivity with its uncertainty budget.</returns>
    /// <exception cref="InputException">The resistance is no resistance above 0.</exception>
    public static SampleConductivity FromResistance(Quantity resistance, SampleGeometry geometry, ReferenceState state, double? temperature = null)
    {
        ArgumentNullException.ThrowIfNull(resistance);
        ArgumentNullException.ThrowIfNull(geometry);
        if (resistance.Dimension != Unit.Parse("ohm").Dimension || !(resistance.InSi > 0.0))
        {
            throw new InputException(
                InputPlace.Whole("resistance"), $"the resistance is {resistance}.", "above 0 ohm, such as 47.3 ± 0.6 ohm", "State the resistance of the sample in ohm, not per area.");
        }

        double value = geometry.CellConstant / resistance.InSi;
        double ofResistance = Square(resistance.UncertaintyInSi / resistance.InSi);
        double ofThickness = Square(geometry.ThicknessUncertainty / geometry.Thickness), ofArea = Square(geometry.AreaUncertainty / geometry.Area);
        double sum = ofResistance + ofThickness + ofArea, share = sum > 0.0 ? 1.0 / sum : 0.0;
        var conductivity = new Quantity(value, Unit.Parse("S/m"), value * Math.Sqrt(sum)) { State = state, Temperature = temperature };
        return new SampleConductivity(
            conductivity, resistance.In("ohm"), value * Math.Sqrt(ofResistance), ofResistance * share, ofThickness * share, ofArea * share);
    }

    /// <summary>Computes the conductivities of a sample.</summary>
    /// <param name="fit">The fitted spectrum.</param>
    /// <param name="geometry">Thickness and area.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>Bulk, boundary and total conductivity, and what each resistance was taken for.</returns>
    /// <exception cref="InputException">An assignment names a parameter that the circuit does not have.</exception>
    public static ConductivityResult Run(CircuitFitResult fit, SampleGeometry geometry, ConductivityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(geometry);
        ConductivityOptions settings = options ?? new ConductivityOptions();
        RequireNames(fit, settings);
        var warnings = ImmutableArray.CreateBuilder<SpectrumWarning>();
        ImmutableArray<Contribution> contributions = new ArcAssignment(fit, geometry).Assign(settings.Assignments, warnings);
        SampleConductivity? total = Of(fit, geometry, contributions, settings.TotalState, settings.Temperature, ContributionKind.Bulk, ContributionKind.GrainBoundary);
        Compare(fit, total, warnings);
        return new ConductivityResult(
            fit,
            geometry,
            contributions,
            Of(fit, geometry, contributions, ReferenceState.BulkPhase, settings.Temperature, ContributionKind.Bulk),
            Of(fit, geometry, contributions, ReferenceState.Pellet, settings.Temperature, ContributionKind.GrainBoundary),
            total,
            [.. fit.Warnings, .. warnings]);
    }

    private static double Square(double value) => value * value;

    private static void RequireNames(CircuitFitResult fit, ConductivityOptions settings)
    {
        string[] names = [.. fit.Parameters.Where(parameter => parameter.Unit == "Ω").Select(parameter => parameter.Name)];
        if (settings.Assignments.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            string hint = Suggestion.Nearest(unknown, names) is { } near ? $" Did you mean '{near}'?" : string.Empty;
            throw new InputException(
                InputPlace.Whole($"circuit {fit.Circuit.Text}"), $"there is no resistance '{unknown}'.{hint}", string.Join(", ", names), "Assign one of these.");
        }
    }

    private static SampleConductivity? Of(
        CircuitFitResult fit, SampleGeometry geometry, ImmutableArray<Contribution> contributions, ReferenceState state, double? temperature,
        params ReadOnlySpan<ContributionKind> kinds)
    {
        ContributionKind[] wanted = [.. kinds];
        string[] names = [.. contributions.Where(one => wanted.Contains(one.Kind)).Select(one => one.Parameter)];
        return names.Length == 0 ? null : FromResistance(fit.Total(names), geometry, state, temperature);
    }

    /// <summary>Compares the total with what the plot shows without any circuit: Z′ at the minimum of −Z″ between arcs and tail.</summary>
    private static void Compare(CircuitFitResult fit, SampleConductivity? total, ImmutableArray<SpectrumWarning>.Builder warnings)
    {
        if (total is null || fit.Spectrum.Frequency.Length < 5)
        {
            return;
        }

        int[] order = [.. Enumerable.Range(0, fit.Spectrum.Frequency.Length).OrderByDescending(i => fit.Spectrum.Frequency[i])];
        double[] falling = [.. order.Select(i => fit.Spectrum.NegativeImaginary[i])];

        // Between bulk and boundaries, too, -Z″ may have a minimum, even a lower one: of several the one nearest to the axis for its Z′ is meant.
        double[] steepness = [.. order.Select(i => fit.Spectrum.NegativeImaginary[i] / Math.Abs(fit.Spectrum.Real[i]))];
        int least = -1;
        for (int k = 1; k < falling.Length - 1; k++)
        {
            bool isMinimum = falling[k] <= falling[k - 1] && falling[k] < falling[k + 1];
            least = isMinimum && (least < 0 || steepness[k] < steepness[least]) ? k : least;
        }

        if (least < 0)
        {
            return;
        }

        double seen = fit.Spectrum.Real[order[least]], fitted = total.Resistance.InSi;
        if (Math.Abs(seen - fitted) > Disagreement * fitted)
        {
            warnings.Add(new SpectrumWarning("differs-from-plot", FormattableString.Invariant(
                $"The circuit gives {fitted:G4} ohm for the electrolyte; the plot has its minimum of -Z'' at {seen:G4} ohm. Check what each arc was taken for.")));
        }
    }
}
