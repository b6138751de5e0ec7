/**
 * Whose tickets somebody sees and answers in their place, and until when. What was delegated ends by itself: each question
 * names the moment that it is about. Serves B10.
 */
@NullMarked
package dev.portico.portal.contact.control;

import org.jspecify.annotations.NullMarked;
