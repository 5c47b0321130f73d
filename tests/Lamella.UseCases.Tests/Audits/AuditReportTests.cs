using System.Text.Json;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.UseCases.Audits;

namespace Lamella.UseCases.Tests.Audits;

public sealed class AuditReportTests
{
    public static TheoryData<string> Names() => new(ClaimFileReader.Shipped);

    [Theory]
    [Trait("Level", "snapshot")]
    [MemberData(nameof(Names))]
    public void Write_Publication_GivesPageAndSummary(string name)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lamella-audit-");
        string target = Path.Combine(folder.FullName, "result");
        try
        {
            AuditReport report = AuditClaims.Run(new AuditRequest { Claims = name });
            report.Write(target);

            string page = File.ReadAllText(Path.Combine(target, "dossier.html"));
            page.ShouldContain("Not reproducible from the stated data");
            page.ShouldContain("Settled by:");
            page[..page.IndexOf("<script", StringComparison.Ordinal)].ShouldNotContain("NaN", Case.Sensitive);
            page.ShouldNotContain("false claim");
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(target, "result.json")));
            JsonElement root = json.RootElement;
            int counted = new[] { "consistent", "contradicted", "undetermined" }.Sum(word => root.GetProperty(word).GetInt32());
            counted.ShouldBe(root.GetProperty("verdicts").GetArrayLength());
            root.GetProperty("claims").GetInt32().ShouldBe(report.Claims.Claims.Length);
            report.Write(target); // an earlier result is replaced
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Wording: a claim may not be reproducible, but it is never called false, wrong or an error.</summary>
    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Names))]
    public void Sentence_OfEveryVerdict_CallsNoClaimFalse(string name)
    {
        foreach (Verdict verdict in AuditClaims.Run(new AuditRequest { Claims = name }).Verdicts)
        {
            string text = $"{AuditWords.Sentence(verdict)} {verdict.WouldChange} {verdict.Settles} {verdict.Remark}";
            text.ShouldNotMatch(@"\b(false|wrong|lie|fake|mistake)\b");
            text.ShouldNotContain("E+");
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_WithAnotherAssumption_ChangesTheVerdict()
    {
        var usual = AuditClaims.Run(new AuditRequest { Claims = "zheng2025" });
        var loose = AuditClaims.Run(new AuditRequest { Claims = "zheng2025", Assume = ["repeat of a capacity=0.04"] });

        Open(usual).ShouldBe(1);
        Open(loose).ShouldBe(0);

        static int Open(AuditReport report) =>
            report.Of(Outcome.Undetermined).Count(verdict => verdict.Check == "same quantity twice" && verdict.Claims.Any(claim => claim.Id == "F003-0120"));
    }

    [Fact]
    [Trait("Level", "identity")]
    public void ToJson_Twice_IsTheSameBytes() =>
        AuditClaims.Run(new AuditRequest { Claims = "li2024" }).ToJson().ShouldBe(AuditClaims.Run(new AuditRequest { Claims = "li2024" }).ToJson());
}
