/** Work in the background, at times of its own. The capability is {@code jobs}. Serves J3. */
@NullMarked
package dev.portico.plugin.job;

import org.jspecify.annotations.NullMarked;
