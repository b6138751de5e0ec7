/**
 * The copies of releases that a node runs from: one file for each, named for the digest of its bytes, written once and
 * never changed.
 *
 * <p>The truth is elsewhere, so a copy that is absent or not intact any more is simply fetched again. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.store;

import org.jspecify.annotations.NullMarked;
