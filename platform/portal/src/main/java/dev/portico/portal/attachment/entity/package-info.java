/**
 * A file that somebody added: first to a form that is still being filled in, then to a ticket, and never to both.
 * Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.attachment.entity;

import org.jspecify.annotations.NullMarked;
