/**
 * Answers the routes that plugins declare: asks the plugin through the guard and turns the value that it answers with into
 * a page, a document or a redirect. Nothing of a plugin but strings reaches a page, and every string is escaped there.
 * Serves J3, E1, F2.
 */
@NullMarked
package dev.portico.portal.extension.boundary;

import org.jspecify.annotations.NullMarked;
