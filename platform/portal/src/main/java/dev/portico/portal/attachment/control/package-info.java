/**
 * How files are taken in and kept: names are cleaned, types are found out and not believed, sizes are enforced while
 * the bytes arrive, and no path is ever made of what a person sent. Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.attachment.control;

import org.jspecify.annotations.NullMarked;
