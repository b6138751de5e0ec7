/** Texts that a plugin's code gives to the portal, which says them to each reader in the reader's language. Serves A4. */
@NullMarked
package dev.portico.plugin.text;

import org.jspecify.annotations.NullMarked;
