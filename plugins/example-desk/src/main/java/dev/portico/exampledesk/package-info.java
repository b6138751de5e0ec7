/**
 * The template of new plugins: a small desk that works. What can be declared is in
 * {@code META-INF/portico/plugin.json}; the code is what a declaration cannot say: which requests are urgent. Serves J1,
 * J3.
 */
@NullMarked
package dev.portico.exampledesk;

import org.jspecify.annotations.NullMarked;
