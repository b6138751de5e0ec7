/**
 * How the portal's record of a person and the realm's are written in terms of each other, and how far both have been brought
 * together. Serves G1, G2.
 */
@NullMarked
package dev.portico.portal.realm.control;

import org.jspecify.annotations.NullMarked;
