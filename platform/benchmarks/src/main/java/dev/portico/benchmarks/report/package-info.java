/**
 * The figures as a table for people and as JSON for the next run to compare itself with; goals and peers' figures
 * beside them.
 */
@NullMarked
package dev.portico.benchmarks.report;

import org.jspecify.annotations.NullMarked;
