/**
 * Whether bytes that a stranger uploaded are a jar that may be looked at any further: nothing is written or loaded, and
 * nothing that the bytes say of themselves is believed.
 *
 * <p>Every file of the archive must be found in one way only, whoever reads it, so that what was vetted, what is signed
 * and what is loaded are the same. All that is wrong is told at once. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.vetting;

import org.jspecify.annotations.NullMarked;
