package dev.portico.testclient;

/** Where the portal and Keycloak are, without a slash at the end. */
public interface Servers {
    String portalUrl();

    String keycloakUrl();
}
