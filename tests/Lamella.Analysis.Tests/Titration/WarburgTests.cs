using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Lamella.Analysis.Titration;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;

namespace Lamella.Analysis.Tests.Titration;

[Trait("Level", "reference")]
public sealed class WarburgTests
{
    private const double Area = 1.13e-4; // [m²]
    private const double Concentration = 1200.0; // [mol/m³]
    private const double Temperature = 298.15;

    [Fact]
    public void Read_ReferenceSpectrum_GivesTheStatedSlopeAndDiffusivity()
    {
        JsonElement expected = FormulaCases.Expected("warburg_D");

        WarburgResult result = WarburgMethod.Read(Reference(), new WarburgOptions { From = 1e-6, To = 1e6 }); // the reference takes every point

        result.Coefficient.Value.ShouldBe(expected.Number("slope_Zre_vs_w^-1/2"), 1e-8);
        double diffusivity = WarburgMethod.OfConcentration(result.Coefficient.Value, Concentration, Temperature) / (Area * Area);
        diffusivity.ShouldBe(1e-4 * expected.Number("D"), 1e-8 * diffusivity);
        result.Coefficient.Value.ShouldBe(expected.Number("true", "sigma_W"), 2.5 * result.Coefficient.Uncertainty);
        result.IsSemiInfinite.ShouldBeTrue();
    }

    [Fact]
    public void Read_ReferenceSpectrum_FindsItsRangeByItself()
    {
        WarburgResult result = WarburgMethod.Read(Reference());

        result.Frequency.Length.ShouldBeGreaterThanOrEqualTo(20); // of 26
        result.Coefficient.Value.ShouldBe(FormulaCases.Expected("warburg_D").Number("true", "sigma_W"), 2.5 * result.Coefficient.Uncertainty);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Read_ArcBeforeTheDiffusion_TakesTheDiagonalAlone()
    {
        WarburgResult result = WarburgMethod.Read(Of(w => 20.0 + (22.0 / (1.0 + (Complex.ImaginaryOne * w * 22.0 * 1e-5))) + (7.5 * (1.0 - Complex.ImaginaryOne) / Math.Sqrt(w))));

        result.Coefficient.Value.ShouldBe(7.5, 1e-3);
        result.Resistance.Value.ShouldBe(42.0, 1e-2);
        result.Frequency[^1].ShouldBeLessThan(100.0);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_NoDiffusion_SaysSo() =>
        Should.Throw<ArgumentException>(() => WarburgMethod.Read(Of(w => 20.0 + (22.0 / (1.0 + (Complex.ImaginaryOne * w * 22.0 * 1e-5))))))
            .Message.ShouldContain("no semi-infinite diffusion");

    [Fact]
    [Trait("Level", "unit")]
    public void Read_NarrowRange_AsksForMorePoints() =>
        Should.Throw<ArgumentException>(() => WarburgMethod.Read(Of(w => 7.5 * (1.0 - Complex.ImaginaryOne) / Math.Sqrt(w)), new WarburgOptions { From = 0.1, To = 0.2 }))
            .Message.ShouldContain("at least 5");

    [Fact]
    [Trait("Level", "identity")]
    public void OfInsertion_ThinFilm_MatchesTheCoefficientItComesFrom()
    {
        // σ = V_m·(dE/dx)/(√2·F·A·√D) with V_m 20.7 cm³/mol, dE/dx −0.62 V, A 1.13 cm², D 1e-14 m²/s.
        const double volume = 20.7e-6, slope = -0.62, diffusivity = 1e-14;
        double sigma = volume * Math.Abs(slope) / (Math.Sqrt(2.0) * Core.PhysicalConstants.Faraday * Area * Math.Sqrt(diffusivity));

        (WarburgMethod.OfInsertion(sigma, volume, slope) / (Area * Area)).ShouldBe(diffusivity, 1e-12 * diffusivity);
    }

    private static Spectrum Reference()
    {
        double[][] columns = FormulaCases.Columns("warburg.csv", 3);
        return Spectrum([.. columns[0]], [.. columns[1].Zip(columns[2], (re, im) => new Complex(re, im))]);
    }

    private static Spectrum Of(Func<double, Complex> impedance)
    {
        ImmutableArray<double> frequency = [.. Enumerable.Range(0, 64).Select(k => Math.Pow(10.0, 5.0 - (k / 8.0)))];
        return Spectrum(frequency, [.. frequency.Select(f => impedance(2.0 * Math.PI * f))]);
    }

    private static Spectrum Spectrum(ImmutableArray<double> frequency, ImmutableArray<Complex> impedance) =>
        new(new ResultProvenance("test", [], "0", "0"), frequency, impedance);
}
