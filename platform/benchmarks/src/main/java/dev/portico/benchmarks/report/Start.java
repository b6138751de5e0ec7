package dev.portico.benchmarks.report;

/** From the start of the portal's process until it answers that it is ready. {@code cpu} in seconds, all threads. */
public record Start(String kind, double seconds, double cpu, double otherCores) {}
