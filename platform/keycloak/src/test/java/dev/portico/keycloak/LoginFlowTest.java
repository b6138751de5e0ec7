package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.portico.keycloak.LoginResult.LoggedIn;
import dev.portico.keycloak.LoginResult.Reason;
import dev.portico.keycloak.LoginResult.Refused;
import dev.portico.keycloak.LoginResult.Stale;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginFlowTest {

    private static final URI CALLBACK = URI.create("http://localhost:8080/harmony/login/callback");
    private static final ReturnTo WANTED = new ReturnTo("/harmony/cases?status=open&q=a%20b");
    private static final Locale SPANISH = Locale.forLanguageTag("es-MX");

    private final TestProvider provider = new TestProvider();
    private final TestRealm harmony = provider.realm("harmony");
    private final TestClock clock = new TestClock();
    private final LoginFlow flow = new LoginFlow(new RealmDirectory(provider.settings(), clock));
    private final PendingLogins store = new PendingLogins();

    @AfterEach
    void stop() {
        provider.close();
    }

    private URI begin() {
        return flow.begin("harmony", CALLBACK, store, WANTED, SPANISH);
    }

    private LoginResult complete(Map<String, List<String>> params) {
        return flow.complete("harmony", CALLBACK, store, params);
    }

    private LoginResult logIn() {
        return complete(harmony.login(begin()));
    }

    private LoginResult logInWith(UnaryOperator<JWTClaimsSet.Builder> claims) {
        harmony.idTokenClaims = claims;
        return logIn();
    }

    private static void assertRefused(LoginResult result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .as(refused.detail())
                .isEqualTo(reason));
    }

    @Test
    void anHonestLoginYieldsTheIdentityAndTheWantedPage() {
        var authenticated = Instant.ofEpochSecond(1_700_000_000);
        var result = logInWith(claims -> claims.claim("name", "Ana Núñez")
                .claim("given_name", "Ana")
                .claim("family_name", "Núñez")
                .claim("email", "acme-es@acme.example")
                .claim("email_verified", true)
                .claim("locale", "es")
                .claim("zoneinfo", "America/Mexico_City")
                .claim("organization", List.of("acme"))
                .claim("organizationName", "Acme")
                .claim("groups", List.of("customer", "contact"))
                .claim("tenants", "harmony")
                .claim("auth_time", authenticated.getEpochSecond()));

        assertThat(result).isInstanceOfSatisfying(LoggedIn.class, done -> {
            assertThat(done.returnTo()).isEqualTo("/harmony/cases?status=open&q=a%20b");
            var identity = done.identity();
            assertThat(identity.issuer()).isEqualTo(provider.url() + "/realms/harmony");
            assertThat(identity.subject()).isEqualTo("subject-1");
            assertThat(identity.realm()).isEqualTo("harmony");
            assertThat(identity.username()).isEqualTo("acme-es");
            assertThat(identity.name()).isEqualTo("Ana Núñez");
            assertThat(identity.givenName()).contains("Ana");
            assertThat(identity.familyName()).contains("Núñez");
            assertThat(identity.email()).isEqualTo("acme-es@acme.example");
            assertThat(identity.emailVerified()).isTrue();
            assertThat(identity.locale()).contains("es");
            assertThat(identity.zone()).contains("America/Mexico_City");
            assertThat(identity.organization()).contains("acme");
            assertThat(identity.organizationName()).contains("Acme");
            assertThat(identity.groups()).isEqualTo(Set.of("customer", "contact"));
            assertThat(identity.tenants()).isEqualTo(Set.of("harmony"));
            assertThat(identity.sessionId()).contains("session-1");
            assertThat(identity.authenticatedAt()).isEqualTo(authenticated);
        });
        assertThat(store.size()).isZero();
    }

    @Test
    void anAddressCountsAsVerifiedOnlyWhereTheRealmClearlySaysSo() {
        for (var claim : new Object[] {"true", 1, List.of(true), false}) {
            assertThat(logInWith(claims -> claims.claim("email_verified", claim)))
                    .isInstanceOfSatisfying(
                            LoggedIn.class, done -> assertThat(done.identity().emailVerified())
                                    .as("%s", claim)
                                    .isFalse());
        }
    }

    @Test
    void theRequestCarriesStateNoncePkceAndLanguage() {
        var request = begin();
        var params = URLUtils.parseParameters(request.getRawQuery());

        assertThat(request.toString()).startsWith(provider.url() + "/realms/harmony/auth?");
        assertThat(params.get("ui_locales")).containsExactly("es-MX");
        assertThat(params.get("code_challenge_method")).containsExactly("S256");
        assertThat(params.get("redirect_uri")).containsExactly(CALLBACK.toString());
        assertThat(params.get("scope")).containsExactly("openid profile email");
        assertThat(params).containsKeys("state", "nonce", "code_challenge").doesNotContainKey("code_verifier");
    }

    @Test
    void somethingToDoAtKeycloakIsAskedForByItsName() {
        var request = flow.begin("harmony", CALLBACK, store, WANTED, SPANISH, Optional.of("CONFIGURE_TOTP"));

        assertThat(URLUtils.parseParameters(request.getRawQuery()).get("kc_action"))
                .containsExactly("CONFIGURE_TOTP");
        assertThat(complete(harmony.login(request))).isInstanceOf(LoggedIn.class);
        assertThat(begin().getRawQuery()).doesNotContain("kc_action");
    }

    @Test
    void aPasswordJustChosenLogsInWithoutTheRealmsPage() {
        assertThat(flow.withPassword("harmony", "acme-es", "right")).isInstanceOfSatisfying(LoggedIn.class, done -> {
            assertThat(done.identity().subject()).isEqualTo("subject-1");
            assertThat(done.identity().sessionId()).contains("session-1");
        });
        assertRefused(flow.withPassword("harmony", "acme-es", "wrong"), Reason.PASSWORD_REJECTED);
        harmony.idTokenClaims = claims -> claims.audience("other");
        assertRefused(flow.withPassword("harmony", "acme-es", "right"), Reason.INVALID_TOKEN);
        harmony.broken = true;
        assertThatThrownBy(() -> flow.withPassword("harmony", "acme-es", "right"))
                .isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void twoTabsLogInSideBySide() {
        var first = begin();
        var second = flow.begin("harmony", CALLBACK, store, new ReturnTo("/harmony/other"), SPANISH);

        assertThat(complete(harmony.login(second)))
                .isInstanceOfSatisfying(
                        LoggedIn.class, done -> assertThat(done.returnTo()).isEqualTo("/harmony/other"));
        assertThat(complete(harmony.login(first))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aStateCountsOnce() {
        var request = begin();
        assertThat(complete(harmony.login(request))).isInstanceOf(LoggedIn.class);
        assertThat(complete(harmony.login(request))).isEqualTo(new Stale(Optional.empty()));
    }

    @Test
    void anUnknownMissingOrRepeatedStateIsStale() {
        var answer = harmony.login(begin());
        var state = answer.get("state").get(0);
        assertThat(complete(with(answer, "state", "made-up"))).isInstanceOf(Stale.class);
        assertThat(complete(Map.of("code", List.of("x")))).isInstanceOf(Stale.class);
        answer.put("state", List.of(state, state));
        assertThat(complete(answer)).isInstanceOf(Stale.class);
    }

    @Test
    void aLoginBegunElevenMinutesAgoIsStale() {
        var answer = harmony.login(begin());
        clock.advance(Duration.ofMinutes(11));
        assertThat(complete(answer)).isInstanceOf(Stale.class);
    }

    @Test
    void aCodeThatBelongsToAnotherAttemptFailsPkce() {
        var mine = harmony.login(begin());
        var injected = harmony.login(begin());
        assertRefused(complete(with(mine, "code", injected.get("code").get(0))), Reason.CODE_REJECTED);
    }

    @Test
    void aCodeCountsOnceAtTheProvider() {
        var used = harmony.login(begin());
        complete(used);
        var next = harmony.login(begin());
        assertRefused(complete(with(next, "code", used.get("code").get(0))), Reason.CODE_REJECTED);
    }

    @Test
    void wrongNonceIsRefused() {
        assertRefused(logInWith(claims -> claims.claim("nonce", "other")), Reason.INVALID_TOKEN);
        assertRefused(logInWith(claims -> claims.claim("nonce", null)), Reason.INVALID_TOKEN);
    }

    @Test
    void wrongIssuerIsRefused() {
        assertRefused(logInWith(claims -> claims.issuer(provider.url() + "/realms/bmc")), Reason.INVALID_TOKEN);
    }

    @Test
    void wrongAudienceIsRefused() {
        assertRefused(logInWith(claims -> claims.audience("another-client")), Reason.INVALID_TOKEN);
    }

    @Test
    void wrongAuthorizedPartyIsRefused() {
        assertRefused(logInWith(claims -> claims.claim("azp", "another-client")), Reason.INVALID_TOKEN);
        assertRefused(
                logInWith(claims -> claims.audience(List.of("portico", "other")).claim("azp", null)),
                Reason.INVALID_TOKEN);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var past = Date.from(Instant.now().minusSeconds(30));
        assertRefused(logInWith(claims -> claims.expirationTime(past)), Reason.INVALID_TOKEN);
    }

    @Test
    void clockSkewIsForgiven() {
        var justNow = Date.from(Instant.now().minusSeconds(2));
        assertThat(logInWith(claims -> claims.expirationTime(justNow))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void anAccessTokenInPlaceOfAnIdTokenIsRefused() {
        assertRefused(logInWith(claims -> claims.claim("typ", "Bearer")), Reason.INVALID_TOKEN);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        harmony.idTokenSigner = claims -> new PlainJWT(claims).serialize();
        assertRefused(logIn(), Reason.INVALID_TOKEN);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSharedSecretIsRefused() {
        harmony.idTokenSigner = this::signWithPublicKeyAsSecret;
        assertRefused(logIn(), Reason.INVALID_TOKEN);
    }

    private String signWithPublicKeyAsSecret(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(harmony.key().getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new MACSigner(harmony.key().toRSAPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTokenOfAStrangersKeyIsRefusedEvenUnderOurKeyId() throws JOSEException {
        var stranger = new RSAKey.Builder(TestRealm.newKey())
                .keyID(harmony.key().getKeyID())
                .build();
        harmony.idTokenSigner = claims -> TestRealm.sign(claims, JOSEObjectType.JWT, stranger);
        assertRefused(logIn(), Reason.INVALID_TOKEN);
    }

    @Test
    void aRotatedKeyIsFetched() {
        assertThat(logIn()).isInstanceOf(LoggedIn.class);
        harmony.rotateKey();
        assertThat(logIn()).isInstanceOf(LoggedIn.class);
        assertThat(harmony.keyFetches).hasValue(2);
    }

    @Test
    void madeUpKeyIdsDoNotFloodTheProvider() {
        var stranger = TestRealm.newKey();
        harmony.idTokenSigner = claims -> {
            var newId = new RSAKey.Builder(stranger).keyID(UUID.randomUUID().toString());
            return TestRealm.sign(claims, JOSEObjectType.JWT, newId.build());
        };
        for (var i = 0; i < 5; i++) {
            assertRefused(logIn(), Reason.INVALID_TOKEN);
        }
        assertThat(harmony.keyFetches).hasValueLessThanOrEqualTo(2);
        harmony.idTokenSigner = harmony::sign;
        assertThat(logIn()).isInstanceOf(LoggedIn.class);
    }

    @Test
    void aLoginBegunAtOneRealmDoesNotCountAtAnother() {
        provider.realm("bmc");
        var answer = harmony.login(begin());
        assertRefused(flow.complete("bmc", CALLBACK, store, answer), Reason.WRONG_REALM);
    }

    @Test
    void aCodeOfOneRealmBroughtToAnotherIsRefused() {
        var bmc = provider.realm("bmc");
        var answer = bmc.login(begin());
        assertRefused(complete(answer), Reason.WRONG_REALM);

        var withoutIssuer = bmc.login(begin());
        withoutIssuer.remove("iss");
        assertRefused(complete(withoutIssuer), Reason.WRONG_REALM);
    }

    @Test
    void withoutTheIssuerParameterTheTokenEndpointStillTellsRealmsApart() {
        harmony.advertisesIssuerParameter = false;
        var answer = provider.realm("bmc").login(begin());
        answer.remove("iss");
        assertRefused(complete(answer), Reason.CODE_REJECTED);
    }

    @Test
    void aCallbackOfAnotherAddressIsRefused() {
        var answer = harmony.login(begin());
        var elsewhere = URI.create("http://localhost:8080/bmc/login/callback");
        assertRefused(flow.complete("harmony", elsewhere, store, answer), Reason.WRONG_REALM);
    }

    @Test
    void aRefusalByTheUserIsNoFault() {
        var answer = harmony.login(begin());
        answer.remove("code");
        assertRefused(complete(with(answer, "error", "access_denied")), Reason.ACCESS_DENIED);
    }

    @Test
    void aLoginPageThatStoodOpenTooLongBeginsAgainForTheSamePage() {
        var answer = harmony.login(begin());
        answer.remove("code");
        answer.put("error_description", List.of("authentication_expired"));
        assertThat(complete(with(answer, "error", "temporarily_unavailable")))
                .isEqualTo(new Stale(Optional.of(WANTED.value())));
    }

    @Test
    void aProviderThatIsBusyIsNotAskedAgainAtOnce() {
        var answer = harmony.login(begin());
        assertRefused(complete(with(answer, "error", "temporarily_unavailable")), Reason.PROVIDER_ERROR);
    }

    @Test
    void otherErrorsAreReported() {
        var answer = harmony.login(begin());
        assertRefused(complete(with(answer, "error", "invalid_scope")), Reason.PROVIDER_ERROR);
        var nothing = harmony.login(begin());
        nothing.remove("code");
        assertRefused(complete(nothing), Reason.PROVIDER_ERROR);
    }

    @Test
    void aProviderThatFailsMidwayIsUnavailable() {
        var answer = harmony.login(begin());
        harmony.broken = true;
        assertThatThrownBy(() -> complete(answer)).isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void aWrongClientSecretIsUnavailableNotTheUsersFault() {
        var settings = provider.settings();
        var misconfigured = new LoginFlow(new RealmDirectory(
                new KeycloakSettings(
                        settings.serverUrl(),
                        settings.clientId(),
                        new ClientSecret("wrong"),
                        settings.clockSkew(),
                        settings.connectTimeout(),
                        settings.readTimeout()),
                clock));
        var answer = harmony.login(misconfigured.begin("harmony", CALLBACK, store, WANTED, SPANISH));
        assertThatThrownBy(() -> misconfigured.complete("harmony", CALLBACK, store, answer))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("invalid_client");
    }

    @Test
    void logoutNamesSessionClientAndLanguage() {
        var identity = ((LoggedIn) logIn()).identity();
        var after = URI.create("http://localhost:8080/harmony/");
        var uri = flow.logout(identity, after, Locale.ENGLISH);
        var params = URLUtils.parseParameters(uri.getRawQuery());

        assertThat(uri.toString()).startsWith(provider.url() + "/realms/harmony/logout?");
        assertThat(params.get("id_token_hint"))
                .containsExactly(identity.idToken().orElseThrow());
        assertThat(params.get("client_id")).containsExactly("portico");
        assertThat(params.get("ui_locales")).containsExactly("en");
        assertThat(params.get("post_logout_redirect_uri")).containsExactly(after.toString());
    }

    private static Map<String, List<String>> with(Map<String, List<String>> params, String name, String value) {
        var changed = new HashMap<>(params);
        changed.put(name, List.of(value));
        return changed;
    }
}
