/**
 * Subscribing to a plugin's news, confirming, changing and ending it, and the work that brings news in and tells them.
 * Whoever knows nothing but an address learns nothing about it. Serves F3.
 */
@NullMarked
package dev.portico.portal.subscription.boundary;

import org.jspecify.annotations.NullMarked;
