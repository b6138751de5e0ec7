/** An origin that the portal may talk to against the rules, as an administrator of the platform allowed it. Serves F1. */
@NullMarked
package dev.portico.portal.outgoing.entity;

import org.jspecify.annotations.NullMarked;
