using Lamella.Numerics.Graphs;
using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Graphs;

[Trait("Level", "unit")]
public sealed unsafe class GrowingArrayTests
{
    [Fact]
    public void MoveTo_PiecesOfAnyLength_KeepsTheirOrder()
    {
        var generator = new SeededGenerator(5);
        var array = new GrowingArray<int>();
        List<int> expected = [];
        foreach (int length in Enumerable.Range(0, 2000).Select(_ => (int)(200 * generator.NextUniform())).Append(300_000).Append(0).Append(1))
        {
            Span<int> room = array.Take(length);
            for (int k = 0; k < length; k++)
            {
                room[k] = (int)(1e9 * generator.NextUniform());
                expected.Add(room[k]);
            }
        }

        array.Length.ShouldBe(expected.Count);
        using var target = new LatticeArray<int>(expected.Count);
        array.MoveTo(target.Start);

        new Span<int>(target.Start, expected.Count).SequenceEqual(expected.ToArray()).ShouldBeTrue();
        array.Length.ShouldBe(0);
    }

    [Fact]
    public void MoveTo_OfNothing_WritesNothing()
    {
        using var target = new LatticeArray<int>(1);
        target.Start[0] = 7;

        new GrowingArray<int>().MoveTo(target.Start);

        target.Start[0].ShouldBe(7);
    }
}
