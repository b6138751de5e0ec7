/**
 * The cases that the benchmark finds when it comes, written in bulk as superuser past triggers and foreign keys: what the
 * triggers keep is written here too, so that the portal finds what it would have written itself.
 */
@NullMarked
package dev.portico.benchmarks.data;

import org.jspecify.annotations.NullMarked;
