using System.Globalization;
using Lamella.Core.Quantities;
using Lamella.UseCases.Closures;

namespace Lamella.Cli.Printing;

/// <summary>Closed forms as text: which there are, what one takes, what it gave.</summary>
internal static class ClosureSheet
{
    private const int MostDecimals = 5;

    /// <summary>Prints which closed forms there are.</summary>
    internal static void PrintAll(TextWriter output)
    {
        foreach (Closure closure in Closure.All)
        {
            output.WriteLine($"  {closure.Name,-18}{closure.Question}");
        }

        output.WriteLine("'lamella closure NAME' says what one takes; then add a value for each input as NAME=VALUE.");
    }

    /// <summary>Prints what a closed form takes.</summary>
    internal static void PrintInputs(Closure closure, TextWriter output)
    {
        output.WriteLine(closure.Question);
        Head(closure, output);
        foreach (ClosureInput input in closure.Inputs)
        {
            output.WriteLine($"  {input.Name,-28}{input.Meaning}{(input.Default is { } usual ? $"; default {usual}" : string.Empty)}");
        }

        string arguments = string.Join(' ', closure.Inputs.Where(input => input.Default is null).Select(input => $"\"{input.Name}={input.Example}\""));
        output.WriteLine($"for example: lamella closure {closure.Name} {arguments}");
    }

    /// <summary>Prints what a closed form gave.</summary>
    internal static void Print(ClosureReport report, TextWriter output)
    {
        foreach ((ClosureOutput result, Quantity? value) in report.Outputs)
        {
            output.WriteLine($"  {result.Name,-46}{(value is null ? "without limit" : Shown(value))}");
        }

        output.WriteLine("from");
        foreach ((ClosureInput input, Quantity value, bool isDefault) in report.Inputs)
        {
            output.WriteLine($"  {input.Name,-46}{value}{(isDefault ? " (default)" : string.Empty)}");
        }

        Head(report.Closure, output);
    }

    private static void Head(Closure closure, TextWriter output)
    {
        output.WriteLine(closure.Equation);
        output.WriteLine($"source: {closure.Reference}");
    }

    private static string Shown(Quantity value)
    {
        string unit = value.Unit == Unit.One ? string.Empty : $" {value.Unit}";
        if (value.Uncertainty <= 1e-12 * Math.Abs(value.Value))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{value.Value:G5}{unit}");
        }

        // Two digits of the uncertainty.
        int decimals = Math.Max(0, 1 - (int)Math.Floor(Math.Log10(value.Uncertainty)));
        if (decimals > MostDecimals)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{value.Value:G5} ± {value.Uncertainty:G2}{unit}");
        }

        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return $"{value.Value.ToString(format, CultureInfo.InvariantCulture)} ± {value.Uncertainty.ToString(format, CultureInfo.InvariantCulture)}{unit}";
    }
}
