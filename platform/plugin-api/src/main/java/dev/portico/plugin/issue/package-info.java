/**
 * What the support programme knows to be wrong: said on every page, and to whoever is about to report it. Serves F2.
 */
@NullMarked
package dev.portico.plugin.issue;

import org.jspecify.annotations.NullMarked;
