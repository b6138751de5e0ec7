package dev.portico.benchmarks.machine;

import java.time.Duration;

/** Processor time since an earlier moment, or since the start of each. {@code driver} is this process. */
public record Usage(Duration elapsed, Duration portal, Duration database, Duration driver, Duration machine) {

    public Usage since(Usage earlier) {
        return new Usage(
                elapsed.minus(earlier.elapsed),
                portal.minus(earlier.portal),
                database.minus(earlier.database),
                driver.minus(earlier.driver),
                machine.minus(earlier.machine));
    }

    /** How many processors everybody else kept busy. */
    public double otherCores() {
        var other = machine.minus(portal).minus(database).minus(driver);
        return Math.max(0, (double) other.toNanos() / elapsed.toNanos());
    }
}
