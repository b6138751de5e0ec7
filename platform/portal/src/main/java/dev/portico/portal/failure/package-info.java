/**
 * What can go wrong for a person, said with a message key: turned into words in one place for pages and one for REST.
 */
@NullMarked
package dev.portico.portal.failure;

import org.jspecify.annotations.NullMarked;
