/**
 * The console of those who look after customers: who they are, which organization they belong to, who may come in. Each act
 * is one transaction with its entry in the audit log; Keycloak hears of it afterwards. Serves G2, B10, B11.
 */
@NullMarked
package dev.portico.portal.people.boundary;

import org.jspecify.annotations.NullMarked;
