/**
 * People and organizations of a tenant as CSMs see and enter them: the rules for what is entered, and lists that stay quick
 * with a hundred thousand people. Serves G2, B10, B11.
 */
@NullMarked
package dev.portico.portal.people.control;

import org.jspecify.annotations.NullMarked;
