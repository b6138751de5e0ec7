/** A public key that plugins may be signed with, as an administrator of the platform pinned it. Serves J1. */
@NullMarked
package dev.portico.portal.publisher.entity;

import org.jspecify.annotations.NullMarked;
