package dev.portico.keycloak;

/** The secret of the portal's confidential client; never printed. */
public record ClientSecret(String value) {

    public ClientSecret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The client secret is empty");
        }
    }

    @Override
    public String toString() {
        return "ClientSecret[hidden]";
    }
}
