using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Core.Errors;
using Lamella.UseCases.Closures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella closure [NAME] [INPUT=VALUE ...]</c>: one closed form, from numbers with units.</summary>
internal static class ClosureVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "closure",
        "closure volume-fraction \"mass fraction=10(1) wt%\" \"density=2.94 g/cm3\" \"matrix density=1.78 g/cm3\"",
        "closure green-porosity \"mass ratio=6.667 g/g\" \"density=5.5 g/cm3\" \"former density=1.21 g/cm3\" \"porosity=52.9 vol%\" --json",
        "closure filling",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var name = new Argument<string?>("NAME") { Description = "A closed form; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var values = new Argument<string[]>("INPUT=VALUE")
        {
            Description = "Inputs with units and, where known, uncertainties, such as \"density=2.94(2) g/cm3\"; without any, the inputs are listed.", Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("closure", "Compute one closed form: composition, burn-out, mass steps, firing, curing, filling, bounds, exchange, growth.") { name, values, json };
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            string[] given = parsed.GetValue(values) ?? [];
            bool isJson = parsed.GetValue(json);
            if (parsed.GetValue(name) is not { } wanted)
            {
                if (isJson)
                {
                    throw new InputException(InputPlace.Whole("closure"), "there is no result to print as JSON.", "NAME and its inputs", "Add the name of a closed form and its inputs.");
                }

                ClosureSheet.PrintAll(output);
                return ExitCode.Success;
            }

            Closure closure = EvaluateClosure.Find(wanted);
            if (given.Length == 0 && !isJson)
            {
                ClosureSheet.PrintInputs(closure, output);
                return ExitCode.Success;
            }

            ClosureReport report = EvaluateClosure.Run(closure, given);
            if (isJson)
            {
                output.Write(ClosureJson.Text(report));
            }
            else
            {
                ClosureSheet.Print(report, output);
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
