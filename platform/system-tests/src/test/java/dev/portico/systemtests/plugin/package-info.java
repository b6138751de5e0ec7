/** Plugins from outside: the one that the template makes, in the versions and signatures that journeys need. Serves J1. */
@NullMarked
package dev.portico.systemtests.plugin;

import org.jspecify.annotations.NullMarked;
