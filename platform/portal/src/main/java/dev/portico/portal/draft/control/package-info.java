/**
 * Where drafts are kept: one a person and form, the last write wins. Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.draft.control;

import org.jspecify.annotations.NullMarked;
