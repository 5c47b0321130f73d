using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Audits;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella audit CLAIMS</c>: holds claims against bounds, balances, units and each other.</summary>
internal static class AuditVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "audit zheng2025",
        "audit examples/audit/claims.yaml --assume \"repeat of a capacity=0.03\" --all",
        "audit yang2026 --json",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var claims = new Argument<string>("CLAIMS") { Description = "Path of a claims.yaml, or a publication: guo2025, li2024, ruan2026, yang2026, zheng2025." };
        var assume = new Option<string[]>("--assume") { Description = "Another value of an assumption, as \"name=value\"; repeat the option for more." };
        var all = new Option<bool>("--all") { Description = "List the consistent verdicts too; without it, only how many there are." };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for dossier.html and result.json; without it, nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("audit", "Hold published or own claims against bounds, balances, units and each other.") { claims, assume, all, output, json };
        command.SetAction((parsed, interruption) =>
        {
            string? folder = parsed.GetValue(output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            var request = new AuditRequest { Claims = parsed.GetRequiredValue(claims), Assume = [.. parsed.GetValue(assume) ?? []] };
            AuditReport report = AuditClaims.Run(request, interruption);
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
                AuditSheet.Print(report, parsed.GetValue(all), folder, target);
            }

            return Task.FromResult(ExitCode.Success);
        });
        return new Verb(command, Examples);
    }
}
