/**
 * What a person has typed into a form and not yet submitted. Serves B3, B7.
 */
@NullMarked
package dev.portico.portal.draft.entity;

import org.jspecify.annotations.NullMarked;
