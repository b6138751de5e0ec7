/**
 * Assembles the root folder of the portal's image and can run it without an engine, just as the image does.
 *
 * <p>Invariants: what is assembled is never written to when it runs; secrets reach the portal as files, never by its
 * environment or command line. The image only copies this folder, so what is tested here is what is shipped.
 */
@NullMarked
package dev.portico.image;

import org.jspecify.annotations.NullMarked;
