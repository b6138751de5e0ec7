package dev.portico.benchmarks.report;

/**
 * A scenario at a number of users. Times in milliseconds; processor times and statements are those of one round.
 *
 * @param rounds how many were measured
 * @param compiling the part of the portal's processor time that its JVM's compilers used, from 0 to 1
 * @param otherCores processors that everybody but the portal, the database and the benchmark itself kept busy
 */
public record Figure(
        String scenario,
        int users,
        int rounds,
        double perSecond,
        double p50,
        double p95,
        double portalCpu,
        double databaseCpu,
        double compiling,
        long statements,
        double otherCores) {

    public double cpu() {
        return portalCpu + databaseCpu;
    }
}
