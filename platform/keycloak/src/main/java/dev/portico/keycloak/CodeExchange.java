package dev.portico.keycloak;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import java.io.IOException;
import java.util.Optional;

/** Exchanges an authorization code for an ID token at the realm's token endpoint. */
final class CodeExchange {

    private final KeycloakSettings settings;

    CodeExchange(KeycloakSettings settings) {
        this.settings = settings;
    }

    /** The ID token, or nothing where the realm does not accept the code. */
    Optional<String> idToken(Realm realm, String code, PendingLogin login) {
        try {
            var response = send(realm, code, login);
            if (response instanceof OIDCTokenResponse success) {
                return Optional.ofNullable(success.getOIDCTokens().getIDTokenString());
            }
            var error = response.toErrorResponse().getErrorObject();
            if (OAuth2Error.INVALID_GRANT.equals(error)) {
                return Optional.empty();
            }
            throw new LoginUnavailableException(realm.name(), "token endpoint: " + error);
        } catch (IOException | ParseException e) {
            throw new LoginUnavailableException(realm.name(), "token endpoint: " + e.getMessage(), e);
        }
    }

    private TokenResponse send(Realm realm, String code, PendingLogin login) throws IOException, ParseException {
        var client = new ClientSecretBasic(
                new ClientID(settings.clientId()),
                new Secret(settings.clientSecret().value()));
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), login.callback(), new CodeVerifier(login.codeVerifier()));
        var request = new TokenRequest.Builder(realm.metadata().getTokenEndpointURI(), client, grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout((int) settings.connectTimeout().toMillis());
        request.setReadTimeout((int) settings.readTimeout().toMillis());
        request.setFollowRedirects(false);
        return OIDCTokenResponseParser.parse(request.send());
    }
}
