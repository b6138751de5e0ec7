package dev.portico.plugin.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the desk promises for a ticket type: how soon something happens, for each level of the scale. Levels without a
 * target have no promise. Times are counted from the ticket's creation, whichever way it came.
 *
 * @param pausedIn ids of statuses in which the clock stands still
 * @param warnAtPercent of the target that may pass before those who answer are warned, 1 to 99
 */
public record Sla(Metric metric, List<Target> targets, Set<String> pausedIn, int warnAtPercent) {
    public Sla {
        targets = List.copyOf(targets);
        pausedIn = Set.copyOf(pausedIn);
    }

    public enum Metric {
        /** Until an agent writes to the requester, or settles the ticket. */
        FIRST_RESPONSE
    }

    /** How a target is counted: around the clock, or in the working time of the tenant's calendar. */
    public enum Unit {
        HOURS,
        BUSINESS_HOURS,
        /** As long as the calendar's longest day of work. */
        BUSINESS_DAYS
    }

    /** @param level id in the type's scale */
    public record Target(String level, int amount, Unit unit) {}

    public Optional<Target> target(String level) {
        return targets.stream().filter(target -> target.level().equals(level)).findFirst();
    }
}
