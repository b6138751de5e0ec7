/**
 * What the processes cost, as Linux counts it: processor time, memory, and what else the machine is doing. Reads
 * {@code /proc} only, so the measured processes know nothing of it.
 */
@NullMarked
package dev.portico.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
