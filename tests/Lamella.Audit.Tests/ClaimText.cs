using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests;

/// <summary>Writes small files of claims and audits them.</summary>
internal static class ClaimText
{
    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();

    /// <summary>Reads claims, one line each: <c>about | quantity | value | conditions | place</c>; the last two may be missing.</summary>
    internal static ClaimSet Read(string lines, string head = "") => ClaimFileReader.ReadText("claims.yaml", Yaml(lines, head));

    /// <summary>Audits claims and returns the verdicts of one check.</summary>
    internal static Verdict[] Verdicts(string check, string lines, string head = "") =>
        [.. Auditor.Run(Read(lines, head), Known).Where(verdict => verdict.Check == check)];

    /// <summary>Audits claims to which one check applies once, and returns its verdict.</summary>
    internal static Verdict Verdict(string check, string lines, string head = "") => Verdicts(check, lines, head).ShouldHaveSingleItem();

    private static string Yaml(string lines, string head)
    {
        var text = new System.Text.StringBuilder(head.Length > 0 ? head.Trim() + "\n" : string.Empty).Append("claims:\n");
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
            text.Append($"  - {{ about: '{parts[0]}', quantity: {parts[1]}, value: '{parts[2]}'");
            text.Append(parts[1] == "ionic_conductivity" && !line.Contains("state:", StringComparison.Ordinal) ? ", state: effective in host" : string.Empty);
            text.Append(parts.Length > 3 && parts[3].Length > 0 ? $", at: {{ {parts[3]} }}" : string.Empty);
            text.Append(parts.Length > 4 ? $", in: '{parts[4]}'" : string.Empty);
            text.Append(parts.Length > 5 ? $", {parts[5]}" : string.Empty);
            text.Append(" }\n");
        }

        return text.ToString();
    }
}
