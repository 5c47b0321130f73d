using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Units;

/// <summary>A printed unit must have a dimension that the quantity, or the condition, can have.</summary>
internal sealed class PrintedUnit() : Check(
    "printed unit",
    "Does the printed unit have a dimension that the quantity can have?",
    "dimensions of the vocabulary; BIPM, The International System of Units, 9th ed. (2019)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        Vocabulary vocabulary = Vocabulary.LoadShipped();
        var wrong =
            from claim in audit.Set.Claims
            from printed in claim.Printed
            where printed.Key != "reference"
            let problem = Problem(vocabulary, claim, printed.Key, printed.Value)
            where problem is not null
            group claim by (claim.Quantity, printed.Key, printed.Value, Problem: problem, claim.Place);
        return wrong.Select(group => AuditCase.Missing(
            this, audit.Set.Subject(group.First()), group.Key.Problem!, "the unit in the print", [.. group]) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = $"the print would have to have the unit {Expected(group.First(), group.Key.Key)}",
        });
    }

    private static string Expected(Claim claim, string key) => key == "unit" ? claim.Value.Unit.Symbol : claim.At(key)?.Value?.Unit.Symbol ?? "of the condition";

    private static string? Problem(Vocabulary vocabulary, Claim claim, string key, string text)
    {
        if (key == "unit")
        {
            return Unit.TryParse(text, out Unit? unit) && vocabulary.Fits(claim.Quantity, unit) ? null
                : $"unit of {claim.Quantity.Replace('_', ' ')} is {claim.Value.Unit}, not {text}";
        }

        bool isQuantity = Quantity.TryParse(text, out Quantity? quantity, out _);
        return claim.At(key)?.Value is not { } meant || (isQuantity && quantity!.Dimension == meant.Unit.Dimension) ? null
            : $"{key.Replace('_', ' ')} is a {meant.Unit.Dimension.Name}, not '{text}'";
    }
}
