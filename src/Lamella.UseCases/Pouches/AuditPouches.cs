using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Energy.Claims;

namespace Lamella.UseCases.Pouches;

/// <summary>A value that takes the place of an assumption of a budget.</summary>
/// <param name="Side">Of which budget.</param>
/// <param name="Text">Name and value as the user writes them, such as <c>separator=0.8 mg/cm2</c>.</param>
public sealed record BudgetChange(BudgetSide Side, string Text);

/// <summary>Holds a table of claimed pouch cells against the standard and the favourable budget.</summary>
public static class AuditPouches
{
    /// <summary>Judges every claim of a table.</summary>
    /// <param name="file">Path of the table, or null for the one that ships: ruan2026, Table 1.</param>
    /// <param name="changes">Assumptions to change.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">The table is faulty, or an assumption is unknown or not allowed.</exception>
    public static PouchReport Run(string? file, ImmutableArray<BudgetChange> changes)
    {
        PouchBudgets budgets = PouchBudgets.LoadShipped();
        foreach (BudgetChange change in changes)
        {
            budgets = Changed(budgets, change);
        }

        ImmutableArray<PouchClaim> claims = file is null ? PouchClaims.LoadShipped() : PouchClaims.Read(file);
        return new PouchReport(file is null ? "ruan2026, Table 1" : Path.GetFileName(file), budgets, [.. claims.Select(claim => PouchAudit.Judge(claim, budgets))]);
    }

    private static PouchBudgets Changed(PouchBudgets budgets, BudgetChange change)
    {
        string option = change.Side == BudgetSide.Standard ? "--standard" : "--favourable";
        string[] parts = change.Text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
        {
            throw new InputException(InputPlace.Whole(option), $"'{change.Text}' has no '='.", "NAME=VALUE", $"Write for example {option} \"separator=0.8 mg/cm2\".");
        }

        try
        {
            return budgets.With(parts[0], change.Side, Quantity.Parse(parts[1]));
        }
        catch (ArgumentException wrong)
        {
            throw new InputException(InputPlace.Whole(option), wrong.Message.Split(" (Parameter", 2)[0], string.Empty, "The assumptions are listed below the table of 'lamella pouches'.");
        }
    }
}
