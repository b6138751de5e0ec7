/**
 * What the author of a plugin tests with: the module's own manifest and messages under the checks of the real host, the
 * plugin running in it, the signed jar as an upload, its own tables in a real database, and tenants and submissions made
 * by hand. Serves J1, J3.
 */
@NullMarked
package dev.portico.plugin.testkit;

import org.jspecify.annotations.NullMarked;
