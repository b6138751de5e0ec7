/**
 * What one person of an organization lets another do. Serves B10.
 */
@NullMarked
package dev.portico.portal.contact.entity;

import org.jspecify.annotations.NullMarked;
