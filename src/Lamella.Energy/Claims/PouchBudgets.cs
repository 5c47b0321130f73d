using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Energy.Claims;

/// <summary>The two budgets against which claims are held: a table of assumptions, each of which can be changed.</summary>
public sealed class PouchBudgets
{
    private static readonly ImmutableArray<(string Name, QuantityRule Rule)> Known =
    [
        ("aluminium", QuantityRule.Like("12 um").AtLeast("0 um")),
        ("copper", QuantityRule.Like("6 um").AtLeast("0 um")),
        ("copper-free from", QuantityRule.Like("30 um").AtLeast("0 um")),
        ("shared lithium from", QuantityRule.Like("50 um").AtLeast("0 um")),
        ("separator", QuantityRule.Like("1 mg/cm2").AtLeast("0 mg/cm2")),
        ("active share", QuantityRule.Like("96 wt%").Above("0 wt%").AtMost("100 wt%")),
        ("packaging share", QuantityRule.Like("6 %").AtLeast("0 %").Below("50 %")),
        ("lithium", QuantityRule.Like("50 um").AtLeast("0 um")),
        ("electrolyte", QuantityRule.Like("2 g/Ah").AtLeast("0 g/Ah")),
        ("cell capacity", QuantityRule.Like("6 Ah").Above("0 Ah")),
    ];

    private static readonly ImmutableArray<string> Thresholds = ["copper-free from", "shared lithium from"];
    private static readonly QuantityRule Capacity = QuantityRule.Like("205 mAh/g").Above("0 mAh/g");
    private static readonly QuantityRule Voltage = QuantityRule.Like("3.8 V").Above("0 V").AtMost("6 V");

    private readonly ImmutableSortedDictionary<string, PouchAssumption> _byName;

    private PouchBudgets(ImmutableArray<string> order, ImmutableSortedDictionary<string, PouchAssumption> byName, ImmutableArray<AssumedCathode> cathodes) =>
        (Names, _byName, Cathodes) = (order, byName, cathodes);

    /// <summary>Gets the names of the assumptions, in the order of the file.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gets the assumptions, in the order of the file.</summary>
    public IEnumerable<PouchAssumption> Assumptions => Names.Select(name => _byName[name]);

    /// <summary>Gets what is assumed of cathodes.</summary>
    public ImmutableArray<AssumedCathode> Cathodes { get; }

    /// <summary>Reads the budgets that ship with the product.</summary>
    /// <returns>The budgets.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static PouchBudgets LoadShipped() => Read(Path.Combine(ShippedData.Folder("pouches"), "budgets.yaml"));

    /// <summary>Reads budgets.</summary>
    /// <param name="path">Path of the YAML file.</param>
    /// <returns>The budgets.</returns>
    /// <exception cref="InputException">An assumption is missing, unknown or not allowed.</exception>
    public static PouchBudgets Read(string path)
    {
        YamlMapping root = YamlFile.Read(path).AllowOnly("assumptions", "cathodes");
        ImmutableArray<PouchAssumption> assumptions = [.. root.Required("assumptions").AsSequence().Items.Select(item => Assumption(item.AsMapping()))];
        string? missing = Known.Select(known => known.Name).FirstOrDefault(name => assumptions.All(assumption => assumption.Name != name));
        return missing is null
            ? new PouchBudgets(
                [.. assumptions.Select(assumption => assumption.Name)],
                assumptions.ToImmutableSortedDictionary(assumption => assumption.Name, assumption => assumption, StringComparer.Ordinal),
                [.. root.Required("cathodes").AsSequence().Items.Select(item => Cathode(item.AsMapping()))])
            : throw root.Required("assumptions").Error($"the assumption '{missing}' is missing.", "each of " + string.Join(", ", Known.Select(known => known.Name)), "Add it.");
    }

    /// <summary>Returns an assumption of a budget in SI.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="side">Which budget.</param>
    /// <returns>The value in SI; infinite where the assumption does not apply.</returns>
    public double Si(string name, BudgetSide side) => _byName[name].Si(side);

    /// <summary>Returns the budgets with another value.</summary>
    /// <param name="name">Name of the assumption.</param>
    /// <param name="side">Of which budget.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed budgets.</returns>
    /// <exception cref="ArgumentException">There is no such assumption, or the value is not allowed there.</exception>
    public PouchBudgets With(string name, BudgetSide side, Quantity value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (string known, QuantityRule? rule) = Known.FirstOrDefault(entry => entry.Name == name);
        if (known is null)
        {
            string[] names = [.. Known.Select(entry => entry.Name)];
            throw new ArgumentException(
                $"'{name}' is no assumption of a budget. {(Suggestion.Nearest(name, names) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", names)}.")}", nameof(name));
        }

        if (!rule.Fits(value.Dimension) || !rule.Contains(value.InSi))
        {
            throw new ArgumentException($"'{name}' cannot be {value}: it must be {rule.Describe()}.", nameof(value));
        }

        PouchAssumption before = _byName[name];
        PouchAssumption after = side == BudgetSide.Standard ? before with { Standard = value } : before with { Favourable = value };
        return new PouchBudgets(Names, _byName.SetItem(name, after), Cathodes);
    }

    /// <summary>Returns the budgets whose standard side takes one assumption from the favourable side.</summary>
    /// <param name="name">Name of the assumption.</param>
    /// <returns>The changed budgets.</returns>
    internal PouchBudgets Favouring(string name) =>
        new(Names, _byName.SetItem(name, _byName[name] with { Standard = _byName[name].Favourable }), Cathodes);

    /// <summary>Returns the budgets whose standard side has another value; null where the assumption does not apply.</summary>
    /// <param name="name">Name of the assumption.</param>
    /// <param name="value">The value, between those of the two sides.</param>
    /// <returns>The changed budgets.</returns>
    internal PouchBudgets WithStandard(string name, Quantity? value) => new(Names, _byName.SetItem(name, _byName[name] with { Standard = value }), Cathodes);

    /// <summary>Finds what is assumed of a cathode.</summary>
    /// <param name="claim">The claim that names it.</param>
    /// <returns>Capacity and voltage, or null where the budgets do not know the cathode.</returns>
    internal AssumedCathode? Find(PouchClaim claim) =>
        Cathodes.FirstOrDefault(cathode => cathode.Names.Contains(claim.Cathode) && cathode.UpperCutOff == claim.UpperCutOff)
        ?? Cathodes.FirstOrDefault(cathode => cathode.Names.Contains(claim.Cathode) && cathode.UpperCutOff is null);

    private static PouchAssumption Assumption(YamlMapping item)
    {
        item.AllowOnly("name", "standard", "favourable", "because");
        string name = item.Required("name", "separator").AsOneOf([.. Known.Select(known => known.Name)]);
        QuantityRule rule = Known.First(known => known.Name == name).Rule;
        Quantity? standard = item.Optional("standard")?.AsQuantity(rule);
        return standard is not null || Thresholds.Contains(name)
            ? new PouchAssumption(name, standard, item.Required("favourable", rule.Example.ToString()).AsQuantity(rule), item.Required("because").AsText())
            : throw item.Error($"'{name}' has no value in the standard budget.", rule.Describe(), $"Add 'standard: {rule.Example}'.");
    }

    private static AssumedCathode Cathode(YamlMapping item)
    {
        item.AllowOnly("name", "upper cut-off", "also", "capacity", "voltage");
        string name = item.Required("name", "NCM811").AsText();
        return new AssumedCathode(
            [name, .. item.Optional("also")?.AsSequence().Items.Select(other => other.AsText()) ?? []],
            item.Optional("upper cut-off")?.AsQuantity(Voltage).InSi,
            Pair(item.Required("capacity"), Capacity),
            Pair(item.Required("voltage"), Voltage));
    }

    private static (double Standard, double Favourable) Pair(YamlNode node, QuantityRule rule)
    {
        double[] values = [.. node.AsSequence().Items.Select(item => item.AsQuantity(rule).InSi)];
        return values.Length == 2 ? (values[0], values[1]) : throw node.Error(
            "two values are needed.", "the value of the standard and that of the favourable budget", $"Write [{rule.Example}, {rule.Example}].");
    }
}
