namespace Lamella.Materials.Records.Storing;

/// <summary>Numbers things in the order in which they first come and writes each once.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="same">When two are one.</param>
/// <param name="write">Writes one; may number things of tables that are written before this one.</param>
internal sealed class StoredTable<T>(IEqualityComparer<T> same, Action<StoredBytes, T> write)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(same);
    private readonly StoredBytes _bytes = new();

    /// <summary>Returns the number of a thing, from 1; 0 for null.</summary>
    internal int Of(T? thing)
    {
        if (thing is null)
        {
            return 0;
        }

        if (!_numbers.TryGetValue(thing, out int number))
        {
            write(_bytes, thing);
            _numbers.Add(thing, number = _numbers.Count + 1);
        }

        return number;
    }

    /// <summary>Writes how many there are, and all of them.</summary>
    internal void CopyTo(StoredBytes output)
    {
        output.Write(_numbers.Count);
        output.Write(_bytes.Written);
    }
}
