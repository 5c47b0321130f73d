using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;

namespace Lamella.Materials.Tests.Electrodes;

public sealed class KineticsTests
{
    private static readonly Source Anything = Source.Assumption("test");

    /// <summary>Gets set, published m, c_max and activation energy of i₀ = m·√(c_e·c_s·(c_max − c_s)).</summary>
    public static TheoryData<string, double, double, double> RateConstants => new()
    {
        { "Chen2020", 3.42e-6, 63104.0, 17800.0 },
        { "Xu2019", 5.76e-11 * 96485.33212, 48230.0, 0.0 },
        { "Prada2013", 6e-7, 22806.0, 39570.0 },
        { "bpx_lfp_18650_cell_BPX", 1.4012189446469895e-07, 21200.0, 35000.0 },
    };

    [Theory]
    [Trait("Level", "reference")]
    [MemberData(nameof(RateConstants))]
    public void FromRateConstant_SampledPublicSet_AgreesToNineDigits(
        string set, double rateConstant, double maximum, double activationEnergy)
    {
        IntercalationKinetics kinetics =
            IntercalationKinetics.FromRateConstant(rateConstant, maximum, activationEnergy, 298.15, Anything);

        IReadOnlyList<(double[] Arguments, double Value)> rows =
            SharedData.RequireTable(set, "Positive electrode exchange-current density [A.m-2]");
        rows.Count.ShouldBeGreaterThan(20);
        foreach ((double[] row, double expected) in rows)
        {
            kinetics.ExchangeCurrentDensity(row[0], row[1] / row[2], row[3]).ShouldBe(expected, 1e-9 * expected);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void ExchangeCurrentDensity_AtTheReference_IsTheReferenceForEveryTransferCoefficient()
    {
        foreach (double alpha in new[] { 0.3, 0.43, 0.5, 0.7 })
        {
            new IntercalationKinetics(2.514, alpha, 24010.0, 298.15, Anything)
                .ExchangeCurrentDensity(1000.0, 0.5, 298.15).ShouldBe(2.514, 1e-15);
        }
    }

    [Fact]
    [Trait("Level", "reference")]
    public void LithiumExchangeCurrentDensity_SampledXu2019_AgreesToNineDigits()
    {
        // i₀ = 3.5e-8·F·c_Li^0.7·c_e^0.3; the table is sampled at c_Li = 76 900 mol/m³.
        LithiumMetal lithium = new()
        {
            Name = "lithium",
            MolarVolume = 1.3e-5,
            ReferenceExchangeCurrentDensity = 3.5e-8 * 96485.33212 * Math.Pow(76900.0, 0.7) * Math.Pow(1000.0, 0.3),
            ConcentrationExponent = 0.3,
            TransferCoefficient = 0.5,
            ActivationEnergy = 0.0,
            ReferenceTemperature = 298.15,
            Sources = new Dictionary<string, Source>(StringComparer.Ordinal),
        };

        foreach ((double[] row, double expected) in SharedData.RequireTable(
            "Xu2019", "Exchange-current density for lithium metal electrode [A.m-2]"))
        {
            lithium.ExchangeCurrentDensity(row[0], row[2]).ShouldBe(expected, 1e-9 * expected);
        }
    }
}
