/**
 * Who asks, where nobody is logged in: clients by their network, and how often they may. Serves F3, G2, C2.
 */
@NullMarked
package dev.portico.portal.client;

import org.jspecify.annotations.NullMarked;
