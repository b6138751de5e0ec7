/**
 * What the log says: who and what a line belongs to, and lines as JSON for programs that collect them. Invariants: of a person, a line
 * holds the account's opaque id at most, and what a request has set is gone when it ends. Serves operations (issue 3).
 */
@NullMarked
package dev.portico.portal.log;

import org.jspecify.annotations.NullMarked;
