namespace Lamella.Structures.Voxels;

/// <summary>Finds the most frequent of a few labels in one pass; of several as frequent, the one that came first.</summary>
internal sealed class LabelVotes
{
    private readonly int[] _votes = new int[ushort.MaxValue + 1];
    private readonly List<int> _seen = [];

    /// <summary>Gets the most frequent label since the last <see cref="Clear"/>; 0 where there was none.</summary>
    internal int Winner
    {
        get
        {
            (int best, int most) = (0, 0);
            foreach (int label in _seen)
            {
                (best, most) = _votes[label] > most ? (label, _votes[label]) : (best, most);
            }

            return best;
        }
    }

    /// <summary>Counts a label.</summary>
    /// <param name="label">The label, 0 to 65 535.</param>
    internal void Add(int label)
    {
        if (_votes[label]++ == 0)
        {
            _seen.Add(label);
        }
    }

    /// <summary>Forgets all labels.</summary>
    internal void Clear()
    {
        foreach (int label in _seen)
        {
            _votes[label] = 0;
        }

        _seen.Clear();
    }
}
