/**
 * Plugins from outside: the one that the template makes, in the versions and signatures that journeys need; upgraded over
 * and over under load, and on two portals at once. Serves J1.
 */
@NullMarked
package dev.portico.systemtests.plugin;

import org.jspecify.annotations.NullMarked;
