/**
 * What has to be told to a tenant's realm, and what may stand in the way. Serves G1, G2.
 */
@NullMarked
package dev.portico.portal.realm.entity;

import org.jspecify.annotations.NullMarked;
