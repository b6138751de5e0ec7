/**
 * Languages, messages and formats of everything that people read, plus the text folding that search compares by.
 *
 * <p>Three things are kept apart: the UI language (one of {@link dev.portico.i18n.Languages#SUPPORTED}), the format
 * locale (which may carry a region, as in {@code es-MX}) and the time zone. Nothing here reads the default locale, time
 * zone or charset, and no static state refers to a class of a plugin: messages are plain strings, and arguments become
 * numbers, strings or calendars before ICU sees them. Serves A4, B2, B4, B9, G3, J3 and J5.
 */
@NullMarked
package dev.portico.i18n;

import org.jspecify.annotations.NullMarked;
