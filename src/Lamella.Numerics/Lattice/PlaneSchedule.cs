namespace Lamella.Numerics.Lattice;

/// <summary>Work on one plane that reads its two neighbouring planes.</summary>
/// <param name="Body">Receives the plane.</param>
/// <param name="Touched">The array that the work changes and whose ghosts follow, or zero.</param>
internal readonly record struct PlaneStep(Action<int> Body, nint Touched = 0);

/// <summary>
/// Runs a chain of steps over all planes as one moving front, so that a plane stays in the cache from step to step, and
/// shares it among the threads. The values do not depend on the number of threads: a step on a plane always sees the
/// steps before it finished on the plane and on its two neighbours.
/// </summary>
internal sealed class PlaneSchedule(WorkerTeam team)
{
    internal WorkerTeam Team => team;

    // Below this many cells, waking a thread costs more than it saves.
    private const long WorthSharing = 30_000;

    /// <summary>Runs the chain.</summary>
    /// <param name="grid">The level.</param>
    /// <param name="wrap">Copies the first and last plane of an array into its ghosts where z is periodic.</param>
    /// <param name="steps">The steps in their order.</param>
    internal void Run(LevelGrid grid, Action<nint> wrap, params PlaneStep[] steps)
    {
        if (grid.Ends[2] == AxisEnds.Periodic && steps.Length > 1)
        {
            foreach (PlaneStep step in steps)
            {
                Run(grid, wrap, step);
            }

            return;
        }

        // Slabs begin at even planes: two planes that add to one plane of the next level belong to one thread.
        int members = grid.Extent.Count < WorthSharing ? 1 : Math.Min(team.Size, grid.Nz / (2 * steps.Length));
        if (members <= 1)
        {
            Front(steps, 0, grid.Nz, 0, grid.Nz);
        }
        else
        {
            team.Run(member => Part(steps, grid.Nz, member, members, phase: 0));
            for (int phase = 1; phase < steps.Length; phase++)
            {
                int late = phase;
                team.Run(member => Part(steps, grid.Nz, member, members, late));
            }
        }

        if (steps[^1].Touched != 0)
        {
            wrap(steps[^1].Touched);
        }
    }

    private static void Part(PlaneStep[] steps, int planes, int member, int members, int phase)
    {
        if (member >= members)
        {
            return;
        }

        int from = Border(planes, member, members), to = Border(planes, member + 1, members);
        if (phase == 0)
        {
            Front(steps, from, to, 0, planes);
            return;
        }

        // What the front had to leave out at the borders between slabs.
        int low = from == 0 ? from : from + phase, high = to == planes ? to : to - phase;
        for (int z = from; z < low; z++)
        {
            steps[phase].Body(z);
        }

        for (int z = high; z < to; z++)
        {
            steps[phase].Body(z);
        }
    }

    private static void Front(PlaneStep[] steps, int from, int to, int first, int planes)
    {
        for (int z = from; z < to + steps.Length; z++)
        {
            for (int k = 0; k < steps.Length; k++)
            {
                int plane = z - k;
                int low = from == first ? from : from + k, high = to == planes ? to : to - k;
                if (plane >= low && plane < high)
                {
                    steps[k].Body(plane);
                }
            }
        }
    }

    private static int Border(int planes, int member, int members) =>
        member == members ? planes : (int)((long)planes * member / members) & ~1;
}
