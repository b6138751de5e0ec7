/**
 * What every server of the stack needs: child processes, the data folder, secrets, waiting and plain words for failures.
 *
 * <p>Invariants: a child is always known by a pid file in the data folder, so that one left over by a killed launcher is
 * found and ended at the next start. Serves G1 and H4 by keeping their servers' data safe between starts.
 */
@NullMarked
package dev.portico.launcher.process;

import org.jspecify.annotations.NullMarked;
