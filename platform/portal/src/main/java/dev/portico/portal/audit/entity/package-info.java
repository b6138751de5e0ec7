/**
 * One administrative act that is never changed afterwards. What concerns the whole platform belongs to the staff's own
 * tenant. Serves J4.
 */
@NullMarked
package dev.portico.portal.audit.entity;

import org.jspecify.annotations.NullMarked;
