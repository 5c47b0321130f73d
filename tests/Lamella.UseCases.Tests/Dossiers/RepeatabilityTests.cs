using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>The same input gives the same bytes, on one thread as on two.</summary>
[Trait("Level", "contract")]
public sealed class RepeatabilityTests(ShippedStudies studies)
{
    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_RunAgainOnOneThread_GivesTheSameBytes(string example)
    {
        ShippedStudy first = studies.Get(example);
        using var work = new Workspace();
        StudyOptions one = new StudyOptions().WithThreads(1);
        new StudyOptions().Prediction.Threads.ShouldBeGreaterThan(1); // else the two runs would not differ

        Study study = Study.Read(first.Source, MaterialLibrary.LoadShipped(), FactLibrary.LoadShipped());
        new StudyReport(study.Run(one, cancellation: TestContext.Current.CancellationToken)).Write(work.At("again"));

        SortedDictionary<string, byte[]> again = Workspace.Contents(work.At("again"));
        SortedDictionary<string, byte[]> before = Workspace.Contents(first.Folder);
        again.Keys.ShouldBe(before.Keys);
        again.Keys.ShouldContain("dossier.html");
        again.Keys.ShouldContain("result.json");
        again.Where(file => !file.Value.AsSpan().SequenceEqual(before[file.Key])).Select(file => file.Key).ShouldBeEmpty();
    }
}
