/** How passwords and keys of tenants are kept in the database. Serves operations (issue 3) and H1. */
@NullMarked
package dev.portico.portal.secret;

import org.jspecify.annotations.NullMarked;
