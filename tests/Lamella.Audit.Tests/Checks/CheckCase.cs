using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests.Checks;

/// <summary>Some claims, and what one check says of them.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Expected">The one verdict.</param>
/// <param name="Lines">The claims, one line each (see <see cref="ClaimText"/>).</param>
/// <param name="Head">Systems, statements and works, as YAML.</param>
internal sealed record CheckCase(string Check, Outcome Expected, string Lines, string Head = "");
