/**
 * Who wants to be told of a plugin's news, and has shown that the address is theirs. Serves F3.
 */
@NullMarked
package dev.portico.portal.subscription.entity;

import org.jspecify.annotations.NullMarked;
