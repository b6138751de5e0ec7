/**
 * A person's own settings. Serves G3.
 */
@NullMarked
package dev.portico.portal.account.boundary;

import org.jspecify.annotations.NullMarked;
