/**
 * The portal's own server process: Payara Micro, unpacked once and started with class-data sharing.
 *
 * <p>Invariants: secrets reach the server through a file that only its owner reads, never through the command line; a
 * failed deployment is a failed start.
 */
@NullMarked
package dev.portico.launcher.portal;

import org.jspecify.annotations.NullMarked;
