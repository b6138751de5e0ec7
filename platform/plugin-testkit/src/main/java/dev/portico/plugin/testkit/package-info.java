/**
 * What the author of a plugin tests with: the module's own manifest and messages under the checks of the real host,
 * tenants made by hand, and its own tables in a real database. Serves J1, J3.
 */
@NullMarked
package dev.portico.plugin.testkit;

import org.jspecify.annotations.NullMarked;
