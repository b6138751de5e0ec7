/**
 * Terms &amp; Conditions: published by a tenant's administrator, read by everybody, accepted by whoever comes in. Where a
 * tenant has none, nobody is asked. Serves C2, G2.
 */
@NullMarked
package dev.portico.portal.terms.boundary;

import org.jspecify.annotations.NullMarked;
