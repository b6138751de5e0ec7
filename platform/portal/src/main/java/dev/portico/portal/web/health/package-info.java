/**
 * Whether the portal is alive and ready, for whatever starts, watches and balances it. A plugin's trouble is none of its business.
 */
@NullMarked
package dev.portico.portal.web.health;

import org.jspecify.annotations.NullMarked;
