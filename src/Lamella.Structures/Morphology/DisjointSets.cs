namespace Lamella.Structures.Morphology;

/// <summary>Sets that only ever join; each is known by one of its members.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    /// <summary>Starts with every member alone.</summary>
    internal DisjointSets(int count)
    {
        _parents = new int[count];
        for (int k = 0; k < count; k++)
        {
            _parents[k] = k;
        }
    }

    /// <summary>Finds the member that stands for a set; shortens the way to it.</summary>
    internal int Root(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    /// <summary>Joins two sets; the first root stands for both.</summary>
    internal void Join(int first, int second) => _parents[Root(second)] = Root(first);

    /// <summary>Joins two sets; the one with the smaller number stands for both, which keeps numbers in the order of the volume.</summary>
    internal void JoinInOrder(int first, int second)
    {
        (int a, int b) = (Root(first), Root(second));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
