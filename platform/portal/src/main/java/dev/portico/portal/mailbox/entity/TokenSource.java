package dev.portico.portal.mailbox.entity;

/**
 * Where the access tokens to a mailbox come from (OAuth 2.0).
 *
 * @param address of the token endpoint
 * @param scope empty for the usual
 * @param refreshToken as it is sealed, or open: whoever has it knows; empty where the client asks in its own name
 */
public record TokenSource(String address, String clientId, String scope, String refreshToken) {
    public TokenSource withRefreshToken(String other) {
        return new TokenSource(address, clientId, scope, other);
    }

    /** Whether the secrets of the one are for the other, too. */
    boolean sameClient(TokenSource other) {
        return address.equals(other.address) && clientId.equals(other.clientId);
    }

    /** A record's own would show the refresh token. */
    @Override
    public String toString() {
        return clientId + " at " + address + " " + scope;
    }
}
