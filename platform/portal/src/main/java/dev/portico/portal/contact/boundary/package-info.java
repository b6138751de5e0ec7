/**
 * An organization decides for itself who of its people files tickets and sees the others', and each of them who acts in
 * their place for a while. Nobody decides about another organization's people: they are absent. Serves B10.
 */
@NullMarked
package dev.portico.portal.contact.boundary;

import org.jspecify.annotations.NullMarked;
