/**
 * The embedded PostgreSQL: real binaries, one cluster per data folder, roles and databases of the stack.
 *
 * <p>Invariants: the portal's role owns nothing and cannot pass row-level security; only loopback is listened on.
 */
@NullMarked
package dev.portico.launcher.postgres;

import org.jspecify.annotations.NullMarked;
