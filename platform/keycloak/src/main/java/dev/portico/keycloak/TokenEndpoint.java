package dev.portico.keycloak;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges what proves somebody's identity for a token at the realm's token endpoint. */
final class TokenEndpoint {

    private final KeycloakSettings settings;

    TokenEndpoint(KeycloakSettings settings) {
        this.settings = settings;
    }

    /** The ID token of who used the portal, or nothing where the realm does not accept the grant. */
    Optional<String> idToken(Realm realm, AuthorizationGrant grant, @Nullable Scope scope) {
        var response = send(realm, client(settings.clientId(), settings.clientSecret()), grant, scope);
        if (response instanceof OIDCTokenResponse success) {
            return Optional.ofNullable(success.getOIDCTokens().getIDTokenString());
        }
        if (!response.indicatesSuccess()
                && OAuth2Error.INVALID_GRANT.equals(response.toErrorResponse().getErrorObject())) {
            return Optional.empty();
        }
        throw refused(realm, response);
    }

    /** The access token of a client's service account. */
    AccessToken serviceToken(Realm realm, String clientId, ClientSecret secret) {
        var response = send(realm, client(clientId, secret), new ClientCredentialsGrant(), null);
        if (!response.indicatesSuccess()) {
            throw refused(realm, response);
        }
        return response.toSuccessResponse().getTokens().getAccessToken();
    }

    private static LoginUnavailableException refused(Realm realm, TokenResponse response) {
        var said = response.indicatesSuccess()
                ? "no ID token"
                : String.valueOf(response.toErrorResponse().getErrorObject());
        return new LoginUnavailableException(realm.name(), "token endpoint: " + said);
    }

    private TokenResponse send(
            Realm realm, ClientAuthentication client, AuthorizationGrant grant, @Nullable Scope scope) {
        try {
            var request = new TokenRequest.Builder(realm.metadata().getTokenEndpointURI(), client, grant)
                    .scope(scope)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout((int) settings.connectTimeout().toMillis());
            request.setReadTimeout((int) settings.readTimeout().toMillis());
            request.setFollowRedirects(false);
            return OIDCTokenResponseParser.parse(request.send());
        } catch (IOException | ParseException e) {
            throw new LoginUnavailableException(realm.name(), "token endpoint: " + e.getMessage(), e);
        }
    }

    private static ClientAuthentication client(String id, ClientSecret secret) {
        return new ClientSecretBasic(new ClientID(id), new Secret(secret.value()));
    }
}
