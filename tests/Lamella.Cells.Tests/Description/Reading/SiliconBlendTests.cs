using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>A blend whose materials are not used up at the same potential: silicon is empty before graphite is.</summary>
public sealed class SiliconBlendTests
{
    private const string Text = """
        name: Si-C | NCM811
        area: 10 cm2
        temperature: 25 degC
        cut-offs: {lower: 2.6 V, upper: 4.2 V}
        anode:
          composition: {active: 95 wt%, binder: 4 wt%, carbon: 1 wt%}
          loading: 7.8 mg/cm2
          porosity: 35 vol%
          lithium loss: 12 %
          blend:
            - {name: graphite, material: graphite-chen2020, share: 95 wt%}
            - {name: silicon, material: silicon-verbrugge2015, share: 5 wt%}
        electrolyte:
          - {name: separator, kind: binary, material: lipf6-ec-emc-nyman2008, thickness: 16 um, porosity: 45 vol%}
        cathode:
          material: ncm811-chen2020
          composition: {active: 96 wt%, binder: 2 wt%, carbon: 2 wt%}
          loading: 16 mg/cm2
          porosity: 30 vol%
        """;

    private static CellDocument Document => CellDocument.ReadText("cell.yaml", Text);

    [Fact]
    [Trait("Level", "identity")]
    public void Build_BothEndsOfTheWindow_HaveOnePotentialInTheAnodeAndTheCutOffBetweenTheElectrodes()
    {
        CellDescription cell = Document.Build(Sample.Materials);

        foreach ((bool isCharged, double cutOff) in ((bool, double)[])[(true, 4.2), (false, 2.6)])
        {
            double[] anode = [.. cell.PorousNegative!.Particles.Select(p => Potential(p, isCharged))];
            anode[1].ShouldBe(anode[0], 1.1e-3); // a gap below 1 mV needs no knee
            (Potential(cell.PorousPositive!.Particles[0], isCharged) - anode[0]).ShouldBe(cutOff, 1e-6);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_ChargeFromEmpty_TakesTheExchangedChargeAndConserves()
    {
        CellDescription cell = Document.Build(Sample.Materials);
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, new CellOptions { CellsPerLayer = 10, ElectrodeCells = 8, Shells = 10 });

        CellRun run = simulator.Run(ProtocolText.Parse("Charge at C/50", cell), simulator.Equilibrium(0.0));

        run.Steps[0].Ending.ShouldBe(StepEnding.UpperVoltageCutOff, run.Steps[0].Reason);
        run.Steps[0].Charge.ShouldBe(cell.PorousPositive!.ReversibleCharge, 0.01 * run.Steps[0].Charge);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Inputs_Notes_SayWhatIsExchangedPerAreaAndPerCharge()
    {
        string note = Document.Inputs(Sample.Materials).Notes.Single(words => words.Contains("N/P"));

        double stated = double.Parse(Regex.Match(note, @"exchanges ([\d.]+) mAh/cm2").Groups[1].Value, CultureInfo.InvariantCulture);
        stated.ShouldBe(Document.Build(Sample.Materials).PorousPositive!.ReversibleCharge / 3600.0 / 10.0, 1e-3 * stated);
        note.ShouldContain("N/P = 1.5");
    }

    private static double Potential(ActiveParticles particles, bool isCharged) => particles.Material.OpenCircuitPotential.At(
        isCharged ? particles.ChargedStoichiometry : particles.DischargedStoichiometry, 298.15);
}
