/**
 * How accounts and organizations are stored. Serves G1, G3.
 */
@NullMarked
package dev.portico.portal.account.control;

import org.jspecify.annotations.NullMarked;
