/** Runs the assembled root folder as an engine would, and takes backups of what runs in it. */
@NullMarked
package dev.portico.image;

import org.jspecify.annotations.NullMarked;
