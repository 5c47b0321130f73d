using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Comparing;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Searching;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Records;

/// <summary>Compares the records that a question finds.</summary>
public static class CompareRecords
{
    /// <summary>Compares records of one quantity.</summary>
    /// <param name="library">The records.</param>
    /// <param name="query">Which records; must name the quantity.</param>
    /// <param name="temperature">The temperature at which values are wanted, such as <c>25 degC</c>, or null.</param>
    /// <param name="within">How far a temperature may be off, such as <c>2 K</c>, or null for 0.5 K.</param>
    /// <param name="activationEnergy">Activation energy for records that state none, such as <c>0.35 eV</c>, or null to leave them out.</param>
    /// <returns>Groups of comparable values, and what was left out and why.</returns>
    /// <exception cref="InputException">The question names no quantity, or a value is faulty.</exception>
    public static RecordComparison Run(RecordLibrary library, RecordQuery query, string? temperature, string? within, string? activationEnergy)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(query);
        string quantity = query.Quantity ?? throw new InputException(
            InputPlace.Whole("--quantity"), "a comparison needs a quantity.", "a word of data/vocabulary/quantities.yaml", "Add for example --quantity ionic_conductivity.");
        var options = new ComparisonOptions
        {
            Temperature = Value("--temperature", temperature, "25 degC"),
            ActivationEnergy = Value("--activation-energy", activationEnergy, "0.35 eV"),
        };
        if (Value("--within", within, "2 K") is { } tolerance)
        {
            options = options with { Within = tolerance };
        }

        return RecordComparison.Of(quantity, new RecordIndex(library).Find(query).Records, library, options);
    }

    /// <summary>Returns a comparison as JSON.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>The text.</returns>
    public static string ToJson(RecordComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonFile.Text(writer => Members(writer, comparison));
    }

    /// <summary>Writes a comparison as members of a JSON object.</summary>
    internal static void Members(Utf8JsonWriter writer, RecordComparison comparison)
    {
        writer.WriteString("quantity", comparison.Quantity);
        writer.Objects("groups", comparison.Groups, group =>
        {
            writer.WriteString("state", group.State == ReferenceState.None ? null : group.State.Text());
            writer.Number("temperature_K", group.Temperature);
            writer.WriteString("unit", group.Unit.Symbol);
            writer.Objects("values", group.Values, value =>
            {
                writer.WriteString("id", value.Source.Id);
                writer.WriteString("system", value.Source.System.Name);
                writer.Number("value", group.Unit.FromSi(value.Value));
                writer.Number("low", group.Unit.FromSi(value.Low));
                writer.Number("high", group.Unit.FromSi(value.High));
                writer.WriteString("printed", value.Source.Value.Printed);
                writer.WriteString("conditions", value.OtherConditions);
                writer.WriteString("normalisation", value.Normalisation);
                writer.WriteString("citation", value.Source.Source.Citation);
            });
        });
        writer.Objects("left_out", comparison.Omitted, omitted =>
        {
            writer.WriteString("id", omitted.Source.Id);
            writer.WriteString("system", omitted.Source.System.Name);
            writer.WriteString("printed", omitted.Source.Value.Printed);
            writer.WriteString("reason", omitted.Reason);
        });
    }

    private static double? Value(string option, string? text, string example)
    {
        if (text is null)
        {
            return null;
        }

        Dimension wanted = Quantity.Parse(example).Dimension;
        string remedy = $"Write for example {option} \"{example}\".";
        if (!Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? error))
        {
            throw new InputException(InputPlace.Whole(option), $"'{text}' is no quantity: {error.Problem}", wanted.NameWithUnit, remedy);
        }

        return quantity.Dimension == wanted && quantity.InSi > 0.0 && (option != "--within" || !quantity.Unit.IsAffine) ? quantity.InSi : throw new InputException(
            InputPlace.Whole(option), $"'{text}' is no {wanted.Name} above 0{(option == "--within" ? " K" : string.Empty)}.", wanted.NameWithUnit, remedy);
    }
}
