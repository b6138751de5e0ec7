package dev.portico.benchmarks.machine;

import java.time.Duration;

/**
 * Processor time since an earlier moment, or since the start of each.
 *
 * @param compiler part of the portal's: what its JVM used to compile
 * @param driver this process
 */
public record Usage(
        Duration elapsed, Duration portal, Duration compiler, Duration database, Duration driver, Duration machine) {

    public Usage since(Usage earlier) {
        return new Usage(
                elapsed.minus(earlier.elapsed),
                portal.minus(earlier.portal),
                compiler.minus(earlier.compiler),
                database.minus(earlier.database),
                driver.minus(earlier.driver),
                machine.minus(earlier.machine));
    }

    /** The part of the portal's time that went into compiling, from 0 to 1. */
    public double compiling() {
        return portal.isZero() ? 0 : Math.max(0, (double) compiler.toNanos() / portal.toNanos());
    }

    /** How many processors everybody else kept busy. */
    public double otherCores() {
        var other = machine.minus(portal).minus(database).minus(driver);
        return Math.max(0, (double) other.toNanos() / elapsed.toNanos());
    }
}
