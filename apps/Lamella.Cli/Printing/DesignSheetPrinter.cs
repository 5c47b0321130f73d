using System.Globalization;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.Energy.Sensitivities;
using Lamella.UseCases.Designs;

namespace Lamella.Cli.Printing;

/// <summary>A designed cell as text: parts, bases, lithium, power, the strongest inputs.</summary>
internal static class DesignSheetPrinter
{
    private const int MostEffects = 8;
    private const double SlowRate = 0.1;

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Where its files were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(DesignReport report, string? folder, TextWriter output)
    {
        BuiltCell cell = report.Cell;
        output.WriteLine(report.Sheet.Name);
        PrintParts(cell, output);
        PrintEnergies(report, output);
        output.WriteLine(Text($"{cell.Energy / DesignUnits.WattHourPerKilogram:G5} Wh = {cell.Capacity / 3600.0:G5} Ah x {cell.Design.Voltage:G4} V, the mean of the discharge{Simulated(report)}"));
        output.WriteLine(Text($"stack {1e3 * cell.DischargedThickness:G4} mm as assembled, {1e3 * cell.ChargedThickness:G4} mm fully charged; outside {1e3 * cell.Envelope.Width:G4} x {1e3 * cell.Envelope.Height:G4} x {1e3 * cell.Envelope.Thickness:G4} mm"));
        PrintLithium(cell.Lithium, output);
        PrintPower(report, output);
        PrintSalt(cell.Salt, output);
        PrintEffects(report, output);
        if (report.Target is { } target)
        {
            TargetSheet.Print(target, report, output);
        }

        if (!report.Front.IsEmpty && folder is null)
        {
            TargetSheet.PrintFront(report.Front, output);
        }

        foreach (string warning in report.Warnings)
        {
            output.WriteLine($"warning: {warning}");
        }

        if (folder is not null)
        {
            output.WriteLine($"written: {Path.Combine(folder, "dossier.html")}, {Path.Combine(folder, "result.json")}");
        }
    }

    private static string Simulated(DesignReport report) => report.Discharge is { } run
        ? Text($", simulated with {run.CellName} at {run.Rate:G4}C and {run.Temperature - PhysicalConstants.ZeroCelsius:G4} degC: {run.Capacity / 3600.0:G4} mAh/g")
        : string.Empty;

    private static void PrintParts(BuiltCell cell, TextWriter output)
    {
        double whole = cell.Mass(EnergyBasis.Cell);
        int width = Math.Max(30, cell.Parts.Max(part => part.Name.Length));
        output.WriteLine($"{"part".PadRight(width)} pieces  area [cm2]  thickness [um]   mass [g]  of the cell [wt%]");
        foreach (CellPart part in cell.Parts.Where(part => part.Basis != EnergyBasis.Pack))
        {
            string area = part.Area > 0.0 ? Text($"{1e4 * part.Area:G4}") : "-", thickness = part.Thickness > 0.0 ? Text($"{1e6 * part.Thickness:G4}") : "-";
            output.WriteLine(Text($"{part.Name.PadRight(width)} {part.Count,6:G4}  {area,10}  {thickness,14}  {1e3 * part.Mass,9:F4}  {100.0 * part.Mass / whole,17:F2}"));
        }

        output.WriteLine(Text($"{"whole cell".PadRight(width)} {"",6}  {"",10}  {"",14}  {1e3 * whole,9:F4}  {100.0,17:F2}"));
    }

    private static void PrintEnergies(DesignReport report, TextWriter output)
    {
        output.WriteLine("basis                        mass [g]     volume [mL]             Wh/kg              Wh/L");
        foreach (BasisEnergy energy in report.Energies)
        {
            output.WriteLine(Text(
                $"{DesignUnits.Words(energy.Basis),-24}{1e3 * energy.Mass,13:G5}{1e6 * energy.Volume,16:G5}{Uncertain(energy.PerMass, DesignUnits.WattHourPerKilogram),18}{Uncertain(energy.PerVolume, DesignUnits.WattHourPerLitre),18}"));
        }
    }

    private static string Uncertain(UncertainValue value, double unit)
    {
        // One digit beyond the first of the uncertainty; four digits where none is known.
        double printed = value.Value / unit, spread = DesignUnits.Spread(value) / unit;
        int decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread > 0.0 ? spread : Math.Abs(printed) / 100.0)), 0, 6);
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        string text = printed.ToString(format, CultureInfo.InvariantCulture);
        return spread > 0.0 ? $"{text} ± {spread.ToString(format, CultureInfo.InvariantCulture)}" : text;
    }

    private static void PrintLithium(LithiumBudget lithium, TextWriter output)
    {
        string cycles = double.IsFinite(lithium.Cycles)
            ? Text($"lasts {Math.Max(0.0, lithium.Cycles):F0} cycles at a coulombic efficiency of {100.0 * lithium.CoulombicEfficiency:G5} %, {Math.Max(0.0, lithium.CyclesTo80Percent):F0} to 80 % of the capacity")
            : "is not used up at a coulombic efficiency of 100 %";
        output.WriteLine(Text(
            $"lithium per side: {lithium.Anode / DesignUnits.MilliampereHourPerSquareCentimetre:G4} mAh/cm2 at assembly, {lithium.Cathode / DesignUnits.MilliampereHourPerSquareCentimetre:G4} from the cathode, {lithium.Capacity / DesignUnits.MilliampereHourPerSquareCentimetre:G4} in a discharge; N/P {lithium.NegativeToPositive:G4}; the reserve of {lithium.Reserve / DesignUnits.MilliampereHourPerSquareCentimetre:G4} {cycles}"));
    }

    private static void PrintPower(DesignReport report, TextWriter output)
    {
        BuiltCell cell = report.Cell;
        double mass = cell.Mass(EnergyBasis.Cell);
        if (report.Discharge is { } run)
        {
            output.WriteLine(Text($"power: {cell.Energy / mass / run.Duration:G3} W/kg of the cell in the mean of that discharge"));
        }
        else if (cell.Power.AreaResistance > 0.0)
        {
            output.WriteLine(Text(
                $"power: {1e4 * cell.Power.AreaResistance:G4} ohm cm2; {cell.Power.Overpotential(SlowRate) * 1e3:G3} mV at 0.1C ({cell.PowerAt(SlowRate) / mass:G3} W/kg of the cell), {cell.Power.Overpotential(1.0) * 1e3:G3} mV at 1C ({cell.PowerAt(1.0) / mass:G3} W/kg)"));
        }
    }

    private static void PrintSalt(SaltBudget salt, TextWriter output)
    {
        if (salt.IsKnown)
        {
            output.WriteLine(double.IsFinite(salt.LimitingCurrent)
                ? Text($"salt lasts up to {salt.SafeCurrent / 10.0:G3} mA/cm2 ({salt.SafeRate:G3}C) wherever the reaction is, up to {salt.LimitingCurrent / 10.0:G3} mA/cm2 ({salt.LimitingRate:G3}C) while it is uniform")
                : "salt does not run out: no layer moves anions");
        }
    }

    private static void PrintEffects(DesignReport report, TextWriter output)
    {
        output.WriteLine("what moves Wh/kg of the cell most (range stated in the file, else ± 5 %)");
        foreach (InputEffect effect in report.Effects.Take(MostEffects))
        {
            Unit unit = effect.Input.Quantity.Unit;
            string range = Text($"{unit.FromSi(effect.Low):G4} to {unit.FromSi(effect.High):G4} {unit}");
            output.WriteLine(Text(
                $"  {effect.Input.Path,-44}{range,-30}{effect.AtLow / DesignUnits.WattHourPerKilogram,8:G4} to {effect.AtHigh / DesignUnits.WattHourPerKilogram:G4}{(effect.IsStated ? string.Empty : "  (± 5 %)")}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
