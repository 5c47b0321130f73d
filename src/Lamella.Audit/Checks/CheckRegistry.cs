using System.Collections.Immutable;
using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Checks.Currents;
using Lamella.Audit.Checks.Limits;
using Lamella.Audit.Checks.Order;
using Lamella.Audit.Checks.Repeats;
using Lamella.Audit.Checks.Spectra;
using Lamella.Audit.Checks.Units;
using Lamella.Audit.Checks.Works;

namespace Lamella.Audit.Checks;

/// <summary>The checks, in the order of the reports. A new check is one class and one line here.</summary>
public static class CheckRegistry
{
    /// <summary>Gets every check.</summary>
    public static ImmutableArray<ICheck> All { get; } =
    [
        new SameQuantityTwice(),
        new OneValueTwoConditions(),
        new OneSpeciesOneLine(),
        new SameNumberElsewhere(),
        new WorkListedTwice(),
        new PrintedReference(),
        new PrintedPlace(),
        new PrintedName(),
        new EntryAsPrinted(),
        new OppositeStatements(),
        new SettingOfProtocol(),
        new OneSystemOneWork(),
        new CountLikeYear(),
        new VolumeAndYear(),
        new PagesOfWork(),
        new RetentionFromCapacities(),
        new FadePerCycle(),
        new RelativeCapacity(),
        new GrowthRate(),
        new StatedRatio(),
        new ShareSum(),
        new SpecificCapacity(),
        new EnergyPerVolume(),
        new PackAndCell(),
        new ChargeOfTest(),
        new CurrentFromRate(),
        new MassOfLayer(),
        new ShareLimits(),
        new TheoreticalCapacity(),
        new CompositeAboveParts(),
        new BoundsOfMixture(),
        new PorousBelowSolid(),
        new GainOverControl(),
        new LayersInSeries(),
        new ParallelClosure(),
        new JointClosure(),
        new ResistanceOfElectrolyte(),
        new OhmicOverpotential(),
        new OhmicDrop(),
        new KineticOverpotential(),
        new ImpedanceAndKinetics(),
        new CriticalCurrent(),
        new RateAndCriticalCurrent(),
        new LimitingCurrent(),
        new SandTime(),
        new WagnerNumber(),
        new ExchangeBetweenPhases(),
        new TransferenceByFiller(),
        new SaltInLitre(),
        new PropertyOfElectrolyte(),
        new TemperatureOfCell(),
        new ArrheniusPair(),
        new CutOffAndWindow(),
        new StabilityLimit(),
        new LithiumInventory(),
        new EnergyCeiling(),
        new EnergyBudget(),
        new SkeletonMass(),
        new BurnOutPorosity(),
        new RecipeAndMassSteps(),
        new PowderFromSurface(),
        new VolumeOfReaction(),
        new SameMaterialDiffusivity(),
        new ExpectedTrend(),
        new StatedOrder(),
        new OrderInTwoTests(),
        new AssertedRecord(),
        new OutlierOfFamily(),
        new RangeOfClass(),
        new WindowOfFamily(),
        new OutsideScope(),
        new DiffractionLabel(),
        new SpacingLabel(),
        new CrystalSystem(),
        new CharacteristicRange(),
        new OnePlaceOneSpecies(),
        new SpinOrbitSplitting(),
        new PrintedUnit(),
        new UnlikeUnits(),
        new BasisOfEnergy(),
        new NeutralFormula(),
    ];
}
