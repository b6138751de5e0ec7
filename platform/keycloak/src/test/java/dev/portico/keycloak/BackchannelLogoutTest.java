package dev.portico.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.portico.keycloak.InvalidTokenException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackchannelLogoutTest {

    private static final JOSEObjectType LOGOUT_JWT = new JOSEObjectType("logout+jwt");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TestProvider provider = new TestProvider();
    private final TestRealm harmony = provider.realm("harmony");
    private final TestClock clock = new TestClock();
    private final BackchannelLogout logout = new BackchannelLogout(new RealmDirectory(provider.settings(), clock));

    @AfterEach
    void stop() {
        provider.close();
    }

    private JWTClaimsSet.Builder notice() {
        return harmony.claims("Logout").claim("events", Map.of(EVENT, Map.of()));
    }

    private Kind refusal(String token) {
        var refusal = catchThrowableOfType(InvalidTokenException.class, () -> logout.verify("harmony", token));
        assertThat(refusal).isNotNull();
        return refusal.kind();
    }

    private Kind refusal(JWTClaimsSet.Builder claims) {
        return refusal(harmony.sign(claims.build(), LOGOUT_JWT));
    }

    @Test
    void anHonestTokenNamesSessionAndSubject() throws Exception {
        var found = logout.verify("harmony", harmony.sign(notice().build(), LOGOUT_JWT));
        assertThat(found)
                .isEqualTo(new LogoutNotice(harmony.issuer, Optional.of("session-1"), Optional.of("subject-1")));
        var typed = logout.verify(
                "harmony", harmony.sign(notice().claim("sid", null).build()));
        assertThat(typed.sessionId()).isEmpty();
    }

    @Test
    void aTokenCountsOnce() throws Exception {
        var token = harmony.sign(notice().build(), LOGOUT_JWT);
        logout.verify("harmony", token);
        assertThat(refusal(token)).isEqualTo(Kind.REPLAYED);
    }

    @Test
    void aRefusedTokenDoesNotUseUpItsId() throws Exception {
        refusal(notice().jwtID("1").claim("events", null));
        assertThat(logout.verify("harmony", harmony.sign(notice().jwtID("1").build(), LOGOUT_JWT)))
                .isNotNull();
    }

    @Test
    void anIdTokenIsNoLogoutToken() {
        assertThat(refusal(harmony.claims("ID").claim("nonce", "n"))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().claim("nonce", "n"))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(harmony.sign(notice().build(), new JOSEObjectType("at+jwt"))))
                .isEqualTo(Kind.BAD_SIGNATURE);
    }

    @Test
    void eachRequiredClaimIsRequired() {
        assertThat(refusal(notice().claim("events", null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().claim("events", Map.of("http://other", Map.of()))))
                .isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().jwtID(null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().issueTime(null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().claim("sid", null).subject(null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().claim("sid", 7))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(notice().audience("another-client"))).isEqualTo(Kind.INVALID_CLAIMS);
    }

    @Test
    void aTokenOfAnotherRealmIsOfTheWrongIssuer() {
        var bmc = provider.realm("bmc");
        var token = bmc.sign(
                bmc.claims("Logout").claim("events", Map.of(EVENT, Map.of())).build(), LOGOUT_JWT);
        assertThat(refusal(token)).isEqualTo(Kind.WRONG_ISSUER);
    }

    @Test
    void aForgedTokenIsABadSignature() {
        assertThat(refusal(provider.realm("bmc").sign(notice().build(), LOGOUT_JWT)))
                .isEqualTo(Kind.BAD_SIGNATURE);
        assertThat(refusal(new PlainJWT(notice().build()).serialize())).isEqualTo(Kind.BAD_SIGNATURE);
    }

    @Test
    void anOldOrExpiredTokenIsRefused() {
        var now = Instant.now();
        assertThat(refusal(notice().expirationTime(Date.from(now.minusSeconds(60)))))
                .isEqualTo(Kind.EXPIRED);
        assertThat(refusal(notice().issueTime(Date.from(now.minusSeconds(600)))))
                .isEqualTo(Kind.EXPIRED);
        assertThat(refusal(notice().issueTime(Date.from(now.plusSeconds(600))))).isEqualTo(Kind.INVALID_CLAIMS);
    }

    @Test
    void anIdIsForgottenOnlyAfterItsTokenIsTooOld() throws Exception {
        var late = Date.from(Instant.now().plusSeconds(3600));
        var token = harmony.sign(notice().expirationTime(late).build(), LOGOUT_JWT);
        logout.verify("harmony", token);
        clock.advance(Duration.ofSeconds(124));
        assertThat(refusal(token)).isEqualTo(Kind.REPLAYED);
        clock.advance(Duration.ofHours(1));
        assertThat(refusal(token)).isEqualTo(Kind.EXPIRED);
    }
}
