using System.Collections.Immutable;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Verdicts;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.Audit.Claims;

/// <summary>Reads files of claims.</summary>
/// <remarks>The format is written down in <c>docs/explanation/audit.md</c>.</remarks>
public static class ClaimFileReader
{
    private static readonly string[] ClaimKeys =
        ["id", "about", "quantity", "value", "state", "at", "in", "reference", "kind", "printed", "rank", "note"];

    /// <summary>Gets the names of the publications whose claims ship with the product, sorted.</summary>
    public static ImmutableArray<string> Shipped =>
    [
        .. Directory.EnumerateFiles(ShippedData.Folder("claims"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a file, or the claims of a publication that ships with the product.</summary>
    /// <param name="pathOrName">Path of the file, or name such as <c>zheng2025</c>.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="InputException">There is no such file or publication, or it is faulty; says where and what is allowed.</exception>
    public static ClaimSet Read(string pathOrName) => Read(YamlFile.Read(Locate(pathOrName)));

    /// <summary>Finds the file of claims that a path or the name of a publication stands for.</summary>
    /// <param name="pathOrName">Path of the file, or name such as <c>zheng2025</c>.</param>
    /// <returns>Path of the file.</returns>
    /// <exception cref="InputException">There is no such file or publication.</exception>
    public static string Locate(string pathOrName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pathOrName);
        if (File.Exists(pathOrName))
        {
            return pathOrName;
        }

        ImmutableArray<string> shipped = Shipped;
        return shipped.Contains(pathOrName) ? Path.Combine(ShippedData.Folder("claims"), pathOrName + ".yaml") : throw new InputException(
            InputPlace.Whole(pathOrName),
            "this is neither a file of claims nor a publication that ships with the product.",
            $"a path such as claims.yaml, or one of {string.Join(", ", shipped)}",
            Suggestion.Nearest(pathOrName, shipped) is { } nearest ? $"Did you mean '{nearest}'?" : "Check the path.");
    }

    /// <summary>Reads claims from text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="InputException">The text is faulty; says where and what is allowed.</exception>
    public static ClaimSet ReadText(string name, string text) => Read(YamlFile.ReadText(name, text));

    private static ClaimSet Read(YamlMapping top)
    {
        top.AllowOnly("title", "publication", "doi", "facts", "assumptions", "systems", "statements", "scopes", "works", "prints", "claims");
        Vocabulary vocabulary = Vocabulary.LoadShipped();
        AssumptionSet assumptions = AssumptionReader.Read(top.Optional("assumptions"));
        ImmutableArray<AuditedSystem> systems = SystemReader.Read(top.Optional("systems"));
        string? paper = top.Optional("facts")?.AsText();
        var claims = ImmutableArray.CreateBuilder<Claim>();
        claims.AddRange(paper is null ? [] : PublishedClaims.Of(paper, FactLibrary.LoadShipped()));
        foreach (YamlNode node in top.Required("claims", "[]").AsSequence().Items)
        {
            Claim claim = ReadClaim(node.AsMapping(), vocabulary, claims.Count);
            if (claims.FirstOrDefault(other => other.Id == claim.Id) is not null)
            {
                throw node.Error($"the identifier '{claim.Id}' stands twice.", "each identifier once", "Rename one of the two claims.");
            }

            claims.Add(claim);
        }

        if (claims.Count == 0)
        {
            throw top.Error("the file holds no claim.", "at least one claim", "Add one under 'claims:'.");
        }

        var known = KnownMaterials.LoadShipped();
        foreach (YamlEntry print in top.Optional("prints")?.AsMapping().Entries ?? [])
        {
            int index = claims.ToList().FindIndex(claim => claim.Id == print.Key);
            claims[index >= 0 ? index : throw print.Value.Error($"'{print.Key}' is no claim of this file.", "identifiers of claims", "Correct the identifier.")] =
                claims[index] with { Printed = claims[index].Printed.SetItems(ReadPrinted(print.Value)) };
        }

        string title = top.Optional("title")?.AsText() ?? top.Optional("publication")?.AsText() ?? Path.GetFileName(top.Place.File);
        var set = new ClaimSet(title, [.. claims.Select(claim => MaterialNames.With(claim, known))], systems, assumptions)
        {
            Doi = top.Optional("doi")?.AsScalar().Value ?? string.Empty,
            Statements = top.Optional("statements") is { } statements
                ? [.. statements.AsSequence().Items.Select((node, index) => ReadStatement(node.AsMapping(), vocabulary, index))] : [],
            Scopes = top.Optional("scopes") is { } scopes ? [.. scopes.AsSequence().Items.Select(node => ReadScope(node.AsMapping()))] : [],
            Works = top.Optional("works") is { } works
                ? works.AsMapping().Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.AsText(), StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty,
        };
        RefuseMixedStates(set);
        return set;
    }

    private static Claim ReadClaim(YamlMapping node, Vocabulary vocabulary, int index)
    {
        node.AllowOnly(ClaimKeys);
        string quantity = vocabulary.Read(node.Required("quantity", "ionic_conductivity"));
        YamlNode valueNode = node.Required("value", "0.58 mS/cm");
        ClaimValue value = ClaimValueReader.Read(valueNode);
        vocabulary.Require(valueNode, quantity, value.Unit);
        Vocabulary.RequirePhysical(valueNode, quantity, value.Printed);
        return new Claim
        {
            Id = node.Optional("id")?.AsText() ?? FormattableString.Invariant($"C{index + 1}"),
            About = node.Required("about", "LLZTO pellet").AsText(),
            Quantity = quantity,
            Value = value,
            State = Vocabulary.ReadState(node, quantity),
            Conditions = node.Optional("at") is { } at ? Conditions(at.AsMapping()) : ImmutableSortedDictionary<string, ClaimCondition>.Empty,
            Place = node.Optional("in")?.AsScalar().Value ?? string.Empty,
            Reference = node.Optional("reference")?.AsText(),
            Kind = Readings.Kind(node.Optional("kind")),
            Note = node.Optional("note")?.AsText() ?? string.Empty,
            Printed = node.Optional("printed") is { } printed ? ReadPrinted(printed) : ImmutableSortedDictionary<string, string>.Empty,
            Rank = ReadRank(node.Optional("rank")),
            Where = node.Place,
        };
    }

    private static ImmutableSortedDictionary<string, string> ReadPrinted(YamlNode node) =>
        node.AsMapping().Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.AsText(), StringComparer.Ordinal);

    private static ComparisonStatement ReadStatement(YamlMapping node, Vocabulary vocabulary, int index)
    {
        node.AllowOnly("id", "quantity", "greater", "than", "in", "kind", "note");
        return new ComparisonStatement(
            node.Optional("id")?.AsText() ?? FormattableString.Invariant($"S{index + 1}"),
            vocabulary.Read(node.Required("quantity", "ionic_conductivity")),
            node.Required("greater", "composite").AsText(),
            node.Required("than", "polymer").AsText(),
            node.Optional("in")?.AsScalar().Value ?? string.Empty)
        {
            IsReading = Readings.IsReading(node.Optional("kind")),
            Note = node.Optional("note")?.AsText() ?? string.Empty,
        };
    }

    private static ClaimScope ReadScope(YamlMapping node)
    {
        node.AllowOnly("in", "of", "words");
        YamlNode words = node.Required("words", "[LATP]");
        ImmutableArray<string> each = [.. words.AsSequence().Items.Select(item => item.AsText())];
        return each.Length == 0 ? throw words.Error("the scope names no word.", "at least one word", "Name what the table is said to list.")
            : new ClaimScope(node.Required("in", "Table 1").AsScalar().Value, node.Optional("of")?.AsText() ?? "about", each);
    }

    private static AssertedRank? ReadRank(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string text = node.AsText();
        string[] words = text.Split(" of ", 2, StringSplitOptions.TrimEntries);
        string family = words.Length > 1 ? words[1] : string.Empty;
        return words[0] switch
        {
            "highest" or "lowest" => new AssertedRank(words[0] == "highest", family),
            "high" or "low" => new AssertedRank(words[0] == "high", family, IsExtreme: false),
            _ => throw node.Error($"the rank is '{text}'.", "highest, lowest, high or low, each also with 'of <family>'", "Write one of these forms."),
        };
    }

    private static ImmutableSortedDictionary<string, ClaimCondition> Conditions(YamlMapping node) =>
        node.Entries.ToImmutableSortedDictionary(
            entry => entry.Key, entry => Condition(entry.Key, entry.Value), StringComparer.Ordinal);

    private static ClaimCondition Condition(string name, YamlNode node)
    {
        Vocabulary.RequireCondition(name, node);
        return ClaimValueReader.ReadCondition(node);
    }

    // The same thing measured on different states under the same conditions: nobody could say which of the two is meant.
    private static void RefuseMixedStates(ClaimSet set)
    {
        foreach (IGrouping<string, Claim> group in set.Claims.Where(claim => claim.State != ReferenceState.None).GroupBy(set.Subject))
        {
            foreach ((Claim first, Claim second) in group.ToArray().Pairs())
            {
                if (first.Quantity == second.Quantity && first.State != second.State && first.SameConditions(second))
                {
                    throw new InputException(
                        second.Where,
                        $"the {second.Quantity.Replace('_', ' ')} of '{second.About}' is claimed as '{second.State.Text()}' here and as "
                            + $"'{first.State.Text()}' in claim {first.Id}, under the same conditions.",
                        "one state for one thing",
                        "Correct one state, or name the two specimens differently.");
                }
            }
        }
    }
}
