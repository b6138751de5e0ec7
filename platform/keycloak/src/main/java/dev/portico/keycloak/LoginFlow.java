package dev.portico.keycloak;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.portico.keycloak.LoginResult.LoggedIn;
import dev.portico.keycloak.LoginResult.Reason;
import dev.portico.keycloak.LoginResult.Refused;
import dev.portico.keycloak.LoginResult.Stale;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Login and logout of a browser at one realm: OpenID Connect code flow with state, nonce and PKCE (S256), and
 * RP-initiated logout. Holds no state of its own; one for the whole portal. All methods may throw
 * {@link LoginUnavailableException}.
 */
public final class LoginFlow {

    private static final Scope SCOPE = new Scope("openid", "profile", "email");
    private static final String START = "/";

    private final RealmDirectory realms;
    private final TokenEndpoint tokens;

    public LoginFlow(RealmDirectory realms) {
        this.realms = realms;
        this.tokens = new TokenEndpoint(realms.settings());
    }

    /**
     * Begins a login.
     *
     * @param callback address of the portal to which Keycloak sends the browser back
     * @param store the session's pending logins, which remember this one
     * @param returnTo the page to show afterwards
     * @return where to send the browser
     */
    public URI begin(String realm, URI callback, PendingLogins store, ReturnTo returnTo, Locale uiLocale) {
        return begin(realm, callback, store, returnTo, uiLocale, Optional.empty());
    }

    /**
     * As above, for who is to do something at Keycloak on the way, perhaps logged in already.
     *
     * @param action a required action of the realm, such as {@code CONFIGURE_TOTP}
     */
    public URI begin(
            String realm,
            URI callback,
            PendingLogins store,
            ReturnTo returnTo,
            Locale uiLocale,
            Optional<String> action) {
        var metadata = realms.realm(realm).metadata();
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        var builder = new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId(), callback)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .uiLocales(tags(uiLocale));
        action.ifPresent(wanted -> builder.customParameter("kc_action", wanted));
        store.add(
                state.getValue(),
                new PendingLogin(
                        realm,
                        callback,
                        nonce.getValue(),
                        verifier.getValue(),
                        returnTo.value(),
                        realms.clock().instant()));
        return builder.build().toURI();
    }

    /**
     * Logs in with a password that the portal itself has just seen chosen; the portal keeps none. The answer leads to the
     * start of the site: the caller knows better.
     */
    public LoginResult withPassword(String realm, String username, String password) {
        var target = realms.realm(realm);
        var grant = new ResourceOwnerPasswordCredentialsGrant(username, new Secret(password));
        try {
            var idToken = tokens.idToken(target, grant, SCOPE);
            return idToken.isPresent()
                    ? new LoggedIn(identity(target, idToken.get(), null), START)
                    : new Refused(Reason.PASSWORD_REJECTED, "invalid_grant", START);
        } catch (InvalidTokenException e) {
            return new Refused(Reason.INVALID_TOKEN, String.valueOf(e.getMessage()), START);
        }
    }

    /**
     * Takes what Keycloak sent the browser back with. The pending login is used up whatever comes of it.
     *
     * @param callback the same address as at the beginning
     * @param params the query parameters of the request
     */
    public LoginResult complete(String realm, URI callback, PendingLogins store, Map<String, List<String>> params) {
        var begun = single(params, "state")
                .flatMap(state -> store.take(state, realms.clock().instant()));
        if (begun.isEmpty()) {
            return new Stale(Optional.empty());
        }
        var login = begun.get();
        if (!login.realm().equals(realm) || !login.callback().equals(callback)) {
            return refused(login, Reason.WRONG_REALM, "begun at realm " + login.realm());
        }
        return complete(realms.realm(realm), login, params);
    }

    private LoginResult complete(Realm realm, PendingLogin login, Map<String, List<String>> params) {
        var issuer = single(params, "iss");
        if (issuer.isPresent() && !issuer.get().equals(realm.issuer())) {
            return refused(login, Reason.WRONG_REALM, "answered by another issuer");
        }
        if (params.containsKey("error")) {
            return failed(login, params);
        }
        if (issuer.isEmpty() && realm.metadata().supportsAuthorizationResponseIssuerParam()) {
            return refused(login, Reason.WRONG_REALM, "answer without issuer");
        }
        var code = single(params, "code");
        if (code.isEmpty()) {
            return refused(login, Reason.PROVIDER_ERROR, "answer without code");
        }
        try {
            var grant = new AuthorizationCodeGrant(
                    new AuthorizationCode(code.get()), login.callback(), new CodeVerifier(login.codeVerifier()));
            var idToken = tokens.idToken(realm, grant, null);
            return idToken.isPresent()
                    ? new LoggedIn(identity(realm, idToken.get(), login.nonce()), login.returnTo())
                    : refused(login, Reason.CODE_REJECTED, "invalid_grant");
        } catch (InvalidTokenException e) {
            return refused(login, Reason.INVALID_TOKEN, String.valueOf(e.getMessage()));
        }
    }

    private Identity identity(Realm realm, String idToken, @Nullable String nonce) throws InvalidTokenException {
        var rules = new IdTokenRules(realm.issuer(), nonce, realms.settings());
        return new IdentityClaims(rules.verify(realm.verifier(), idToken)).identity(realm.name(), Optional.of(idToken));
    }

    private static LoginResult failed(PendingLogin login, Map<String, List<String>> params) {
        var error = single(params, "error").orElse("");
        // How Keycloak says that its login page stood open for too long.
        var description = single(params, "error_description").orElse("");
        if (error.equals("temporarily_unavailable") && description.equals("authentication_expired")) {
            return new Stale(Optional.of(login.returnTo()));
        }
        var reason = error.equals("access_denied") ? Reason.ACCESS_DENIED : Reason.PROVIDER_ERROR;
        return refused(login, reason, error);
    }

    private static Refused refused(PendingLogin login, Reason reason, String detail) {
        return new Refused(reason, detail, login.returnTo());
    }

    /**
     * Where to send the browser to end the session at Keycloak as well.
     *
     * @param postLogoutRedirect where Keycloak sends the browser afterwards; registered with the client
     */
    public URI logout(Identity identity, URI postLogoutRedirect, Locale uiLocale) {
        var endpoint = realms.realm(identity.realm()).metadata().getEndSessionEndpointURI();
        if (endpoint == null) {
            throw new LoginUnavailableException(identity.realm(), "no end session endpoint");
        }
        return new LogoutRequest(endpoint, hint(identity), null, clientId(), postLogoutRedirect, null, tags(uiLocale))
                .toURI();
    }

    private static @Nullable SignedJWT hint(Identity identity) {
        try {
            return identity.idToken().isPresent()
                    ? SignedJWT.parse(identity.idToken().get())
                    : null;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not an ID token", e);
        }
    }

    private ClientID clientId() {
        return new ClientID(realms.settings().clientId());
    }

    private static List<LangTag> tags(Locale locale) {
        try {
            return List.of(LangTag.parse(locale.stripExtensions().toLanguageTag()));
        } catch (LangTagException e) {
            return List.of();
        }
    }

    // A parameter given twice may be read differently by two parties, so it counts as absent.
    private static Optional<String> single(Map<String, List<String>> params, String name) {
        var values = params.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
