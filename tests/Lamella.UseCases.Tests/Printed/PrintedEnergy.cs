using Lamella.Energy.Claims;
using Lamella.Energy.ClosedForm;
using Lamella.Tests;

namespace Lamella.UseCases.Tests.Printed;

/// <summary>Section 7 of PHYSICS.md: energy, and the 18 pouches.</summary>
internal static class PrintedEnergy
{
    private const string Rounded = "printed is this, rounded up to ";

    // Reference, standard and favourable budget [Wh/kg], as printed.
    private static readonly (string Reference, string Standard, string Favourable)[] Rows =
    [
        ("24", "504", "567"), ("34", "483", "566"), ("47", "456", "507"), ("52", "438", "566"), ("53", "458", "581"), ("54", "426", "489"), ("55", "452", "580"),
        ("57", "607", "650"), ("60", "529", "663"), ("62", "491", "613"), ("65", "451", "556"), ("81", "427", "528"), ("94", "588", "668"), ("97", "358", "475"),
    ];

    internal static IEnumerable<PrintedNumber> All() => [.. Design(), .. Pouches()];

    private static IEnumerable<PrintedNumber> Design()
    {
        double left = PrintedSides.WithCatholyte().Left(500.0 * PrintedSides.WattHourPerKilogram);
        PrintedNumber Layer(string what, string printed, double density) =>
            new("7", $"thickest {what} at 500 Wh/kg [µm]", printed, "SideBudget.Left", left / density / PrintedSides.Micrometre) { Agreement = Agreement.CutOff };
        yield return new("7", "811, 6.26 mAh/cm², e = 1, Al 12, Cu 6, Li 20 µm, 5 % [Wh/kg]", "533", "SideBudget.SpecificEnergy", PrintedSides.Field(1.0, 1.0).SpecificEnergy / PrintedSides.WattHourPerKilogram)
        {
            Remark = "q, V, f_am and the separator are those of the inverse design and of the standard budget",
        };
        yield return new("7", "left for the electrolyte at 500 Wh/kg [mg/cm²]", "7.4", "SideBudget.Left", left / PrintedSides.MilligramPerSquareCentimetre) { Remark = "gel of 1.3 g/cm³ in the pores of a coating of 3.5 g/cm³" };
        yield return Layer("AIOSE", "23", PrintedSides.Aiose);
        yield return Layer("P-LATP10", "40", PrintedSides.Latp10);
        yield return Layer("gel", "57", PrintedSides.Gel);
        yield return Layer("dense LLZTO", "13", PrintedSides.Garnet);
        yield return new("7", "300 µm of AIOSE [mg/cm²]", "97", "SideBudget.Masses", PrintedSides.ActualAiosePouch().Masses[^1] / PrintedSides.MilligramPerSquareCentimetre);
        yield return new("7", "the AIOSE pouch that was made, about [Wh/kg]", "13", "SideBudget.SpecificEnergy", PrintedSides.ActualAiosePouch().SpecificEnergy / PrintedSides.WattHourPerKilogram);
    }

    private static IEnumerable<PrintedNumber> Pouches()
    {
        var budgets = PouchBudgets.LoadShipped();
        PouchAuditResult[] all = [.. PouchClaims.LoadShipped().Select(claim => PouchAudit.Judge(claim, budgets))];
        PouchAuditResult Of(string reference) => all.Single(result => result.Claim.Name == reference);
        foreach ((string reference, string standard, string favourable) in Rows)
        {
            yield return new("7", $"pouch of reference {reference}, standard [Wh/kg]", standard, "PouchAudit.Judge", Of(reference).Standard!.Value / PrintedSides.WattHourPerKilogram);
            yield return new("7", $"pouch of reference {reference}, favourable [Wh/kg]", favourable, "PouchAudit.Judge", Of(reference).Favourable!.Value / PrintedSides.WattHourPerKilogram);
        }

        yield return new("0", "rows that can be computed and exceed the standard budget", "14", "PouchAudit.Judge", all.Count(result => result.Claim.Energy > result.Standard));
        yield return new("0", "rows that cannot be reached", "3", "PouchAudit.Judge", all.Count(result => result.Verdict == PouchVerdict.NotReproducible));
        yield return new("7", "reference 47, capacity of its coating [mAh/g]", "200.7", "PouchClaim.ArealCapacity", Of("47").Claim.ArealCapacity!.Value / Of("47").Claim.Loading!.Value / PrintedSides.MilliampereHourPerGram);
        yield return new("7", "reference 47, capacity it needs, at least [mAh/cm²]", "6.25", "PouchAuditResult.NeededArealCapacity", Of("47").NeededArealCapacity!.Value / PrintedSides.MilliampereHourPerSquareCentimetre)
        {
            Agreement = Agreement.Differs, Remark = Rounded + "0.05; both bounds are above the 5.8 that are stated",
        };
        yield return new("7", "reference 54 with the electrolyte of the text, favourable [Wh/kg]", "417", "PouchAuditResult.Elsewhere", Of("54").Elsewhere!.Favourable!.Value / PrintedSides.WattHourPerKilogram);
        yield return new("7", "reference 54, 985 Wh/L over 518 Wh/kg [kg/L]", "1.90", "PouchAuditResult.ImpliedDensity", Of("54").ImpliedDensity!.Value / 1000.0);
        yield return new("7", "reference 57, left for foils, separator and pouch [mg/cm²]", "1.5", "PouchAuditResult.LeftForTheRest", Of("57").LeftForTheRest!.Value / PrintedSides.MilligramPerSquareCentimetre);
        yield return new("7", "reference 57, capacity its coating needs, at least [mAh/g]", "240", "PouchAuditResult.NeededArealCapacity", Of("57").NeededArealCapacity!.Value / Of("57").Claim.Loading!.Value / PrintedSides.MilliampereHourPerGram)
        {
            Agreement = Agreement.Differs, Remark = Rounded + "5",
        };
        SideBudget bare = PrintedSides.Field(0.0, 0.0) with { Capacity = 0.2e3 * PrintedSides.MilliampereHourPerGram, Voltage = 3.8, ActiveShare = 1.0, Masses = [], PackagingShare = 0.0 };
        yield return new("7", "0.2 Ah/g at 3.8 V per mass of NCM811 [Wh/kg]", "760", "SideBudget.SpecificEnergy", bare.SpecificEnergy / PrintedSides.WattHourPerKilogram) { Remark = "reference 67 claims at least 765 of a pouch" };
    }
}
