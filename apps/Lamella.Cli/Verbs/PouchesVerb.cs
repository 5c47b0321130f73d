using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Energy.Claims;
using Lamella.UseCases.Pouches;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella pouches [FILE]</c>: holds claimed energies of pouch cells against what the stated data can weigh.</summary>
internal static class PouchesVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "pouches",
        "pouches --standard \"separator=0.8 mg/cm2\" --favourable \"packaging share=2 %\"",
        "pouches data/pouches/ruan2026.yaml --output /tmp/pouches --json",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A table of claimed pouch cells; without it, the 18 of the review ruan2026 (data/pouches/ruan2026.yaml).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var standard = new Option<string[]>("--standard") { Description = "Another value in the standard budget, as NAME=VALUE; repeat the option for more." };
        var favourable = new Option<string[]>("--favourable") { Description = "Another value in the favourable budget, as NAME=VALUE; repeat the option for more." };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for dossier.html and result.json; without it, nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("pouches", "Hold claimed energies of pouch cells against a standard and a favourable mass budget.") { file, standard, favourable, output, json };
        command.SetAction(parsed =>
        {
            string? folder = parsed.GetValue(output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            PouchReport report = AuditPouches.Run(
                parsed.GetValue(file),
                [
                    .. (parsed.GetValue(standard) ?? []).Select(text => new BudgetChange(BudgetSide.Standard, text)),
                    .. (parsed.GetValue(favourable) ?? []).Select(text => new BudgetChange(BudgetSide.Favourable, text)),
                ]);
            if (folder is not null)
            {
                report.Write(folder);
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                target.Write(report.ToJson());
            }
            else
            {
                PouchSheet.Print(report, folder, target);
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
