package dev.portico.benchmarks.report;

/** What a customer's list costs with few and with many cases. Processor times in milliseconds. */
public record Growth(int few, double cpuWithFew, int many, double cpuWithMany) {

    public double percent() {
        return 100 * (cpuWithMany / cpuWithFew - 1);
    }
}
