/**
 * What a person waits for and a machine pays: starts a stack of its own with the full JIT, fills it in bulk, drives it as
 * browsers and scripts do and says what each request took. A wrong answer ends the benchmark: a fast error page is no
 * figure.
 */
@NullMarked
package dev.portico.benchmarks;

import org.jspecify.annotations.NullMarked;
