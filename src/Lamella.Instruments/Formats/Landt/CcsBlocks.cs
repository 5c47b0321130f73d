using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Formats.Landt;

/// <summary>The blocks of a <c>.ccs</c> file: headers of steps and the samples between them.</summary>
/// <remarks>
/// Blocks have 128 bytes: kind, number of samples, a pointer. A data block (3) points to the header (2) of its step. The last
/// block of a step is not full, and a time belongs to the sample it stands in: readers that take only full blocks, or give a
/// time to the next sample, lose the end of each step.
/// </remarks>
internal sealed class CcsBlocks
{
    internal const int Length = 128;
    private const int HeaderKind = 2, DataKind = 3, SampleAt = 8, Plain = 20, WithAuxiliary = 24, MostPlain = 6, MostWithAuxiliary = 5;

    private CcsBlocks(int start) => Start = start;

    /// <summary>Gets where the first block begins [bytes].</summary>
    internal int Start { get; }

    /// <summary>Gets where the last block ends [bytes].</summary>
    internal int End { get; private set; }

    /// <summary>Gets whether samples have an auxiliary voltage.</summary>
    internal bool HasAuxiliary { get; private set; }

    /// <summary>Gets the headers of the steps: where they begin [bytes].</summary>
    internal List<int> Steps { get; } = [];

    /// <summary>Gets where the samples begin [bytes], in the order of the file.</summary>
    internal List<int> Samples { get; } = [];

    /// <summary>Gets which step each sample belongs to, from 0.</summary>
    internal List<int> StepOfSample { get; } = [];

    /// <summary>Gets how many blocks are of another kind, or point to no step.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Finds the blocks.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The blocks; null where there are none.</returns>
    internal static CcsBlocks? Find(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        int start = FirstBlock(bytes);
        if (start < 0)
        {
            return null;
        }

        var blocks = new CcsBlocks(start);
        blocks.MeasureSamples(bytes);
        var places = new Dictionary<uint, int>();
        int size = blocks.HasAuxiliary ? WithAuxiliary : Plain, most = blocks.HasAuxiliary ? MostWithAuxiliary : MostPlain;
        var reader = new ByteReader(bytes);
        int at = start;
        for (int count = 0; at <= bytes.Length - Length; at += Length, count++)
        {
            if ((count & 0x3FFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            blocks.Take(reader, at, size, most, places);
        }

        return blocks;
    }

    private void Take(ByteReader reader, int at, int size, int most, Dictionary<uint, int> places)
    {
        int kind = reader.U1(at), count = reader.U1(at + 1);
        uint pointer = reader.U4(at + 4);
        if (kind == HeaderKind)
        {
            places[(uint)at] = Steps.Count;
            Steps.Add(at);
            End = at + Length;
        }
        else if (kind == DataKind && count <= most && places.TryGetValue(pointer, out int step))
        {
            for (int i = 0; i < count; i++)
            {
                Samples.Add(at + SampleAt + (i * size));
                StepOfSample.Add(step);
            }

            End = at + Length;
        }
        else
        {
            Unknown += kind == 0 && pointer == 0 ? 0 : 1; // unused blocks at the end are zero
        }
    }

    /// <summary>Finds the first header that a data block right behind it points to.</summary>
    private static int FirstBlock(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        for (int at = Length; at <= bytes.Length - (2 * Length); at += Length)
        {
            if (reader.U1(at) == HeaderKind && reader.U2(at + 2) == 0 && reader.U1(at + Length) == DataKind && reader.U4(at + Length + 4) == at)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Tells the two sizes of samples apart: no block of the larger ones holds six.</summary>
    private void MeasureSamples(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        int largest = 0;
        for (int at = Start; at <= bytes.Length - Length; at += Length)
        {
            int count = reader.U1(at + 1);
            largest = reader.U1(at) == DataKind && count <= MostPlain ? Math.Max(largest, count) : largest;
        }

        HasAuxiliary = largest == MostWithAuxiliary;
    }
}
