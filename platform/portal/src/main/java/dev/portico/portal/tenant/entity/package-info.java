/**
 * The directory entry of a tenant: address, names, languages, brand and limits. Serves A2, J5.
 */
@NullMarked
package dev.portico.portal.tenant.entity;

import org.jspecify.annotations.NullMarked;
