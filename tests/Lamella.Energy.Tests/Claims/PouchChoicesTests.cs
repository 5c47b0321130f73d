using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Core.Quantities;
using Lamella.Energy.Claims;

namespace Lamella.Energy.Tests.Claims;

[Trait("Level", "unit")]
public sealed class PouchChoicesTests
{
    private static readonly PouchBudgets Budgets = PouchBudgets.LoadShipped();
    private static readonly ImmutableArray<PouchClaim> Claims = PouchClaims.LoadShipped();
    private static readonly ImmutableArray<PouchChoice> Choices = PouchChoices.Of(Budgets);

    [Fact]
    public void Of_Shipped_HasWhatDiffersBetweenTheBudgets()
    {
        Choices.Select(choice => (choice.Name, choice.Stops.Length)).ShouldBe(
        [
            ("aluminium", 3), ("copper", 3), ("copper-free from", 2), ("shared lithium from", 2), ("separator", 3), ("active share", 3), ("packaging share", 3),
            (PouchChoices.Capacity, 3), (PouchChoices.Voltage, 3),
        ]);
        Choices[0].Stops.Select(stop => stop!.ToString()).ShouldBe(["12 um", "10.5 um", "9 um"]);
        Choices[2].Stops.Select(stop => stop?.ToString()).ShouldBe([null, "30 um"]);
    }

    [Fact]
    public void Energies_AtTheEnds_AreThoseOfTheTwoBudgets()
    {
        foreach (PouchClaim claim in Claims.Where(claim => PouchAudit.Judge(claim, Budgets).Standard is not null))
        {
            PouchAuditResult judged = PouchAudit.Judge(claim, Budgets);
            PouchChoiceEnergies energies = PouchChoices.Energies(claim, Budgets, Choices)!;

            energies.Energies[0].ShouldBe(judged.Standard!.Value, claim.Name);
            energies.Energies[^1].ShouldBe(judged.Favourable!.Value, 1e-9 * judged.Favourable.Value, claim.Name);
        }
    }

    // The other way: a file of budgets with just these values, read and judged as any user's would be.
    [Fact]
    [Trait("Level", "property")]
    public void Energies_AnyCombination_IsTheStandardBudgetOfAFileWithTheseValues()
    {
        PouchChoiceEnergies[] all = [.. Claims.Select(claim => PouchChoices.Energies(claim, Budgets, Choices)).OfType<PouchChoiceEnergies>()];
        all.Length.ShouldBe(14);
        Prop.ForAll(Gen.Choose(0, 2).ListOf(Choices.Length).ToArbitrary(), drawn =>
        {
            int[] stops = [.. drawn.Zip(Choices, (stop, choice) => Math.Min(stop, choice.Stops.Length - 1))];
            PouchBudgets stated = Stated(stops);
            foreach (PouchChoiceEnergies one in all)
            {
                double expected = PouchAudit.Judge(one.Claim, stated).Standard!.Value;
                At(one, stops).ShouldBe(expected, 1e-9 * expected, $"{one.Claim.Name}: {string.Join(',', stops)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Energies_StatedData_LeaveNothingToChoose()
    {
        // Reference 47 states loading and areal capacity: neither share nor capacity of the cathode matters. Reference 24 has no copper.
        Depends("47").ShouldNotContain("active share");
        Depends("47").ShouldNotContain(PouchChoices.Capacity);
        Depends("24").ShouldNotContain("copper");
        Depends("34").ShouldContain("copper-free from");
    }

    [Fact]
    public void Energies_WithoutABudget_AreNone() =>
        Claims.Where(claim => PouchChoices.Energies(claim, Budgets, Choices) is null).Select(claim => claim.Name).ShouldBe(["48", "56", "61", "64"]);

    // Whatever a publication leaves out: the claim is computed, or the result says what is missing; what was assumed is named either way.
    [Fact]
    [Trait("Level", "property")]
    public void Judge_AnyDataLeftOut_IsComputedOrSaysWhatIsMissing()
    {
        foreach (PouchClaim claim in Claims)
        {
            for (int without = 0; without < 64; without++)
            {
                PouchClaim less = claim with
                {
                    Loading = Kept(claim.Loading, 1),
                    ArealCapacity = Kept(claim.ArealCapacity, 2),
                    Lithium = Kept(claim.Lithium, 4),
                    Electrolyte = Kept(claim.Electrolyte, 8),
                    Capacity = Kept(claim.Capacity, 16),
                    Cathode = (without & 32) == 0 ? claim.Cathode : "an unknown cathode",
                    UpperCutOff = null,
                };
                PouchAuditResult result = PouchAudit.Judge(less, Budgets);
                string what = $"{claim.Name} without {without}";

                (result.Standard is null).ShouldBe(!result.Missing.IsEmpty, what);
                result.Missing.Contains("loading or areal capacity of the cathode").ShouldBe(less is { Loading: null, ArealCapacity: null }, what);
                result.Missing.Contains("capacity and voltage of the cathode 'an unknown cathode'").ShouldBe((without & 32) != 0, what);
                result.Assumed.Contains("lithium thickness").ShouldBe(less.Lithium is null, what);
                result.Assumed.Contains("electrolyte per capacity").ShouldBe(less.Electrolyte is null, what);
                result.Assumed.Contains("capacity of the cell").ShouldBe(less.Capacity is null, what);

                double? Kept(double? value, int bit) => (without & bit) == 0 ? value : null;
            }
        }
    }

    private static double At(PouchChoiceEnergies energies, int[] stops)
    {
        (int index, int stride) = (0, 1);
        foreach (int choice in energies.Depends)
        {
            index += stride * stops[choice];
            stride *= Choices[choice].Stops.Length;
        }

        return energies.Energies[index];
    }

    private static string[] Depends(string reference) =>
        [.. PouchChoices.Energies(Claims.Single(claim => claim.Name == reference), Budgets, Choices)!.Depends.Select(choice => Choices[choice].Name)];

    private static PouchBudgets Stated(int[] stops)
    {
        var at = Choices.Zip(stops).ToDictionary(pair => pair.First.Name, pair => (Choice: pair.First, Stop: pair.Second));
        IEnumerable<string> assumptions = Budgets.Assumptions.Select(assumption =>
        {
            Quantity? standard = at.TryGetValue(assumption.Name, out (PouchChoice Choice, int Stop) moved) ? moved.Choice.Stops[moved.Stop] : assumption.Standard;
            return $"  - {{name: {assumption.Name}, {(standard is null ? string.Empty : $"standard: {standard}, ")}favourable: {assumption.Favourable}, because: a test}}";
        });
        double capacity = at[PouchChoices.Capacity].Choice.Share(at[PouchChoices.Capacity].Stop), voltage = at[PouchChoices.Voltage].Choice.Share(at[PouchChoices.Voltage].Stop);
        IEnumerable<string> cathodes = Budgets.Cathodes.Select(cathode => string.Create(CultureInfo.InvariantCulture,
            $"  - {{name: {cathode.Names[0]}, also: [{string.Join(", ", cathode.Names.Skip(1))}], {(cathode.UpperCutOff is { } limit ? $"upper cut-off: {limit:R} V, " : string.Empty)}capacity: [{Between(cathode.Capacity, capacity) / 3600.0:R} mAh/g, {cathode.Capacity.Favourable / 3600.0:R} mAh/g], voltage: [{Between(cathode.Voltage, voltage):R} V, {cathode.Voltage.Favourable:R} V]}}"));
        string file = Path.GetTempFileName();
        File.WriteAllLines(file, ["assumptions:", .. assumptions, "cathodes:", .. cathodes]);
        var budgets = PouchBudgets.Read(file);
        File.Delete(file);
        return budgets;
    }

    private static double Between((double Standard, double Favourable) values, double share) => ((1.0 - share) * values.Standard) + (share * values.Favourable);
}
