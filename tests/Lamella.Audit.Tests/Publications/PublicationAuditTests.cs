using System.Diagnostics;
using System.Text.Json;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Tests;

namespace Lamella.Audit.Tests.Publications;

/// <summary>The five publications, audited from what ships.</summary>
public sealed class PublicationAuditTests
{
    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();

    public static TheoryData<string> Names() => new(ClaimFileReader.Shipped);

    [Fact]
    [Trait("Level", "contract")]
    public void Shipped_Publications_AreTheFive() =>
        ClaimFileReader.Shipped.ShouldBe(["guo2025", "li2024", "ruan2026", "yang2026", "zheng2025"]);

    /// <summary>Findings that a reader can check by hand; each by a rule that knows nothing of the publication.</summary>
    [Theory]
    [Trait("Level", "published")]
    [InlineData("zheng2025", "porous below solid", Outcome.Contradicted, "F003-0008 F003-0009 F003-0017")]
    [InlineData("zheng2025", "relative capacity", Outcome.Contradicted, "F003-0123")]
    [InlineData("zheng2025", "composite above its parts", Outcome.Undetermined, "F003-0007 F003-0008 F003-0010")]
    [InlineData("zheng2025", "resistance of the electrolyte", Outcome.Contradicted, "F003-0090 F003-0151")]
    [InlineData("zheng2025", "recipe and mass steps", Outcome.Contradicted, "F003-0038 F003-0039")]
    [InlineData("zheng2025", "same quantity twice", Outcome.Contradicted, "F003-0094 F003-0095")]
    [InlineData("zheng2025", "same quantity twice", Outcome.Undetermined, "F003-0104 F003-0120")]
    [InlineData("zheng2025", "mixture between its phases", Outcome.Undetermined, "F003-0011 F003-0012")]
    [InlineData("yang2026", "gain by another filler", Outcome.Contradicted, "F000-0003 F000-0004")]
    [InlineData("yang2026", "layers in series", Outcome.Undetermined, "F000-0003 F000-0004 F000-0005")]
    [InlineData("yang2026", "one value, two conditions", Outcome.Contradicted, "F000-0003")]
    [InlineData("yang2026", "retention from capacities", Outcome.Contradicted, "F000-0090 F000-0092 F000-0093")]
    [InlineData("yang2026", "label of a reflection", Outcome.Contradicted, "F000-0022")]
    [InlineData("yang2026", "printed unit", Outcome.Contradicted, "")]
    [InlineData("li2024", "diffusivity of one material", Outcome.Undetermined, "F002-0028 F002-0029")]
    [InlineData("guo2025", "work listed twice", Outcome.Contradicted, "")]
    [InlineData("guo2025", "printed reference", Outcome.Contradicted, "F001-0176")]
    [InlineData("guo2025", "retention from capacities", Outcome.Contradicted, "F001-0237 F001-0041")]
    [InlineData("ruan2026", "same quantity twice", Outcome.Contradicted, "F004-0051 F004-0314")]
    [InlineData("ruan2026", "asserted record", Outcome.Contradicted, "F004-0266 F004-0262")]
    [InlineData("ruan2026", "energy of the cathode alone", Outcome.Contradicted, "F004-0141")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Contradicted, "F004-0293 F004-0289")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Contradicted, "F004-0316 F004-0312")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Contradicted, "F004-0335 F004-0331")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Undetermined, "F004-0328")]
    [InlineData("li2024", "expected trend", Outcome.Undetermined, "li2024-c1 F002-0040")]
    [InlineData("ruan2026", "printed unit", Outcome.Contradicted, "F004-0140")]
    [InlineData("zheng2025", "rate and critical current", Outcome.Undetermined, "F003-0119 F003-0154 F003-0083 F003-0054")]
    [InlineData("zheng2025", "setting of a protocol", Outcome.Undetermined, "F003-0159")]
    [InlineData("yang2026", "test current and critical current", Outcome.Undetermined, "yang2026-c4 F000-0065")]
    [InlineData("yang2026", "order in two tests", Outcome.Undetermined, "F000-0098 F000-0103 F000-0110 F000-0113")]
    [InlineData("yang2026", "opposite statements", Outcome.Contradicted, "")]
    [InlineData("yang2026", "one place, one species", Outcome.Undetermined, "F000-0028 F000-0044")]
    [InlineData("li2024", "Sand's time", Outcome.Contradicted, "li2024-c2 F002-0062")]
    [InlineData("li2024", "limiting current", Outcome.Undetermined, "li2024-c3 F002-0070")]
    [InlineData("li2024", "current on a protrusion", Outcome.Undetermined, "li2024-c4")]
    [InlineData("li2024", "transference number by a filler", Outcome.Undetermined, "F002-0021 F002-0020")]
    [InlineData("li2024", "impedance and exchange current", Outcome.Undetermined, "F002-0023 F002-0024 F002-0059 F002-0060")]
    [InlineData("li2024", "printed place", Outcome.Contradicted, "F002-0072")]
    [InlineData("guo2025", "pages of a work", Outcome.Contradicted, "")]
    [InlineData("guo2025", "entry as printed", Outcome.Contradicted, "guo2025-t28 F001-0208")]
    [InlineData("guo2025", "far above its family", Outcome.Undetermined, "F001-0220 F001-0136")]
    [InlineData("guo2025", "outside the scope", Outcome.Undetermined, "F001-0118")]
    [InlineData("guo2025", "temperature of cell and electrolyte", Outcome.Undetermined, "F001-0118 F001-0119")]
    [InlineData("ruan2026", "volume and year of a journal", Outcome.Contradicted, "")]
    [InlineData("ruan2026", "salt in a litre", Outcome.Contradicted, "F004-0006")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Contradicted, "F004-0015 F004-0013")]
    [InlineData("ruan2026", "energy from the stated parts", Outcome.Contradicted, "F004-0379 F004-0377")]
    [InlineData("ruan2026", "windows of a family", Outcome.Undetermined, "F004-0265 F004-0268")]
    [InlineData("ruan2026", "basis of an energy", Outcome.Undetermined, "F004-0148")]
    public void Run_Publication_FindsWhatAReaderCanCheck(string name, string check, Outcome outcome, string claims)
    {
        string[] wanted = claims.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Auditor.Run(ClaimFileReader.Read(name), Known)
            .Where(verdict => verdict.Check == check && verdict.Outcome == outcome)
            .ShouldContain(verdict => wanted.All(id => verdict.Claims.Any(claim => claim.Id == id)));
    }

    /// <summary>What is put beside the collected facts says where it stands; no contradiction rests on a reading.</summary>
    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Names))]
    public void Run_Publication_IsNotContradictedByAReading(string name)
    {
        ClaimSet claims = ClaimFileReader.Read(name);

        claims.Claims.ShouldAllBe(claim => claim.Place.Length > 0);
        claims.Statements.ShouldAllBe(statement => statement.Place.Length > 0 && (!statement.IsReading || statement.Note.Length > 0));
        claims.Claims.Where(claim => claim.IsReading).ShouldAllBe(claim => claim.Note.Length > 0);
        Auditor.Run(claims, Known).Where(verdict => verdict.Outcome == Outcome.Contradicted)
            .ShouldAllBe(verdict => !verdict.Claims.Any(claim => claim.IsReading) && !verdict.Remark.Contains("is a reading"));
    }

    /// <summary>What the printed numbers do confirm is said too.</summary>
    [Theory]
    [Trait("Level", "published")]
    [InlineData("zheng2025", "rate of growth", "F003-0052")]
    [InlineData("zheng2025", "overpotential and current", "F003-0055 F003-0058")]
    [InlineData("yang2026", "retention from capacities", "F000-0110 F000-0111 F000-0112")]
    [InlineData("li2024", "volume of the products", "F002-0010")]
    [InlineData("ruan2026", "energy from the stated parts", "F004-0278 F004-0274")]
    [InlineData("ruan2026", "conductivities at two temperatures", "F004-0165 F004-0166")]
    [InlineData("zheng2025", "exchange between phases", "F003-0008 F003-0010 F003-0134")]
    [InlineData("zheng2025", "salt in a litre", "F003-0145")]
    [InlineData("li2024", "overpotential and exchange current", "F002-0064 F002-0060")]
    public void Run_Publication_ConfirmsWhatFits(string name, string check, string claims)
    {
        string[] wanted = claims.Split(' ');

        Auditor.Run(ClaimFileReader.Read(name), Known)
            .Where(verdict => verdict.Check == check && verdict.Outcome == Outcome.Consistent)
            .ShouldContain(verdict => wanted.All(id => verdict.Claims.Any(claim => claim.Id == id)));
    }

    [Theory]
    [Trait("Level", "identity")]
    [MemberData(nameof(Names))]
    public void Run_Publication_IsTheSameTwiceAndQuick(string name)
    {
        var watch = Stopwatch.StartNew();
        Verdict[] first = [.. Auditor.Run(ClaimFileReader.Read(name), Known)], second = [.. Auditor.Run(ClaimFileReader.Read(name), Known)];
        TestContext.Current.SendDiagnosticMessage($"{name}: two audits in {watch.ElapsedMilliseconds} ms");

        first.Select(Text).ShouldBe(second.Select(Text));
        first.ShouldAllBe(verdict => verdict.Relation.Length > 0 && verdict.Reference.Length > 0);

        static string Text(Verdict verdict) => $"{verdict.Outcome} {verdict.Check} {verdict.About} {verdict.Relation} {verdict.Gap:R} {verdict.WouldChange}";
    }

    /// <summary>The table of docs/explanation/audit.md holds what the audits give.</summary>
    [Fact]
    [Trait("Level", "snapshot")]
    public void AuditPage_TableOfPublications_IsWhatTheAuditsGive()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        string page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "explanation", "audit.md"));
        string rows = string.Join('\n', ClaimFileReader.Shipped.Select(name =>
        {
            ClaimSet claims = ClaimFileReader.Read(name);
            var verdicts = Auditor.Run(claims, Known);
            int Count(Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);
            return FormattableString.Invariant(
                $"| {name} | {claims.Claims.Length} | {Count(Outcome.Contradicted)} | {Count(Outcome.Undetermined)} | {Count(Outcome.Consistent)} |");
        }));
        page.ShouldContain(rows);
    }

    /// <summary>The shipped claims are the collected facts, value by value; sealed ones are absent.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Claims_AgainstTheCollection_AreItsNumbersAndNoSealedOne()
    {
        using JsonDocument collection = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require("data/papers/facts.json")));
        Dictionary<string, JsonElement> facts = collection.RootElement.EnumerateArray().ToDictionary(fact => fact.GetProperty("id").GetString()!);
        int compared = 0;
        foreach (Claim claim in ClaimFileReader.Shipped.SelectMany(name => ClaimFileReader.Read(name).Claims))
        {
            if (!facts.TryGetValue(claim.Id, out JsonElement fact))
            {
                continue;
            }

            JsonElement value = fact.GetProperty("value");
            value.ValueKind.ShouldNotBe(JsonValueKind.Null, $"{claim.Id} is sealed");
            double[] numbers = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(number => number.GetDouble())] : [value.GetDouble()];
            claim.Value.Printed.Numbers.ToArray().ShouldBe(numbers, claim.Id);
            claim.About.ShouldBe(fact.GetProperty("system").GetString(), claim.Id);
            compared++;
        }

        compared.ShouldBeGreaterThan(900);
    }
}
