/**
 * The page on which a person sets how the portal speaks to them. It stands apart from the accounts, since it needs the
 * login and the addresses, which need the accounts. Serves G3.
 */
@NullMarked
package dev.portico.portal.profile.boundary;

import org.jspecify.annotations.NullMarked;
