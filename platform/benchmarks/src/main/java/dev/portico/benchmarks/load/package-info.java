/**
 * Who asks for what: scenarios, the logged-in users that go through them, and the threads in which they do. Every answer
 * is checked.
 */
@NullMarked
package dev.portico.benchmarks.load;

import org.jspecify.annotations.NullMarked;
