/**
 * The pinned keys in the database, the policy that they make, and certificates as people hand them in. A key is the same
 * for all tenants and changes only in work for the staff's own, which the database holds as well. Serves J1.
 */
@NullMarked
package dev.portico.portal.publisher.control;

import org.jspecify.annotations.NullMarked;
