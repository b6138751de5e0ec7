/**
 * The status pages of a provider, as the demonstration's programmes read them (F1): a local stand-in for what a
 * programme's own provider publishes.
 */
@NullMarked
package dev.portico.launcher.status;

import org.jspecify.annotations.NullMarked;
