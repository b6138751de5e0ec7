/**
 * The desk of Harmony's support cases. Nearly all of it is declared in {@code META-INF/portico/plugin.json}; the code
 * is what a declaration cannot say: which wording of a subject means that production is down. Serves B1 to B9, A3.
 */
@NullMarked
package dev.portico.harmonycases;

import org.jspecify.annotations.NullMarked;
