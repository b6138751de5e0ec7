/** What one can do on the portal's pages, by the names and roles that people perceive. */
@NullMarked
package dev.portico.systemtests.page;

import org.jspecify.annotations.NullMarked;
