/** A plugin's settings of one tenant: the schema that the manifest declares and the values read through it. Serves J2. */
@NullMarked
package dev.portico.plugin.settings;

import org.jspecify.annotations.NullMarked;
