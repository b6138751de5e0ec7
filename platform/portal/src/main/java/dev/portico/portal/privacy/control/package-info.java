/**
 * How such wishes are stored, and the mails that answer them. Serves G3.
 */
@NullMarked
package dev.portico.portal.privacy.control;

import org.jspecify.annotations.NullMarked;
