package dev.portico.benchmarks.report;

/** What a browser fetched for a page: requests that went over the network, kB with headers. */
public record Weight(String page, String cache, int requests, double kilobytes) {}
