/**
 * The Terms &amp; Conditions of a tenant, version by version, and who has accepted which. Neither is ever changed. Serves
 * C2, G2.
 */
@NullMarked
package dev.portico.portal.terms.entity;

import org.jspecify.annotations.NullMarked;
