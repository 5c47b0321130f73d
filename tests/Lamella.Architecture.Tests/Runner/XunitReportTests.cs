using System.Xml.Linq;
using Lamella.TestRunner;

namespace Lamella.Architecture.Tests.Runner;

[Trait("Level", "unit")]
public sealed class XunitReportTests
{
    [Fact]
    public void Read_MixedResults_CountsEachKindAndKeepsDetails()
    {
        XunitReport report = XunitReport.Read(XDocument.Parse(
            """
            <assemblies><assembly name="x.dll"><errors>
              <error type="test-class-cleanup" name="N.C"><failure><message>disk full</message></failure></error></errors>
              <collection><test name="N.C.A_B_C" result="Pass" />
              <test name="N.C.D(x: 1)" result="Fail"><failure><message>1 is not \"2\"</message><stack-trace>at N.C.D</stack-trace></failure></test>
              <test name="N.C.E_F_G" result="Skip"><reason>IDAS is not installed</reason></test></collection></assembly></assemblies>
            """));

        report.Passed.ShouldBe(1);
        report.Failed.ShouldBe([
            new FailedTest("N.C.D(x: 1)", "1 is not \"2\"\nat N.C.D"), new FailedTest("N.C (test-class-cleanup)", "disk full")]);
        report.Skipped.ShouldBe([new SkippedTest("N.C.E_F_G", "IDAS is not installed")]);
    }

    [Fact]
    public void Read_NoAssembly_IsNotTakenForSuccess() =>
        Should.Throw<FormatException>(() => XunitReport.Read(XDocument.Parse("<assemblies />")));
}
