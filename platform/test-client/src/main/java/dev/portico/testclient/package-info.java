/**
 * What a program needs to use a running portal as people and scripts do: a browser without a screen that keeps cookies
 * and logs in at Keycloak's own form, tokens, a REST client, accounts to do anything to, Chromium, and how many
 * statements PostgreSQL counted. Knows addresses only, no stack: whoever drives the portal says where it is. Serves the
 * system tests and the benchmark; no part of the product.
 */
@NullMarked
package dev.portico.testclient;

import org.jspecify.annotations.NullMarked;
