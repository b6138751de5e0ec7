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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearerTokensTest {

    private final TestProvider provider = new TestProvider();
    private final TestRealm harmony = provider.realm("harmony");
    private final TestClock clock = new TestClock();
    private final BearerTokens tokens = new BearerTokens(new RealmDirectory(provider.settings(), clock));

    @AfterEach
    void stop() {
        provider.close();
    }

    private JWTClaimsSet.Builder access() {
        return harmony.claims("Bearer").audience(List.of("portico", "account")).claim("azp", "portico-cli");
    }

    private Kind refusal(String header) {
        var refusal = catchThrowableOfType(InvalidTokenException.class, () -> tokens.verify("harmony", header));
        assertThat(refusal).as("refusal of %s", header).isNotNull();
        return refusal.kind();
    }

    private Kind refusal(JWTClaimsSet.Builder claims) {
        return refusal("Bearer " + harmony.sign(claims.build()));
    }

    @Test
    void aTokenOfTheRealmForThePortalNamesTheCaller() throws Exception {
        var token = harmony.sign(access().claim("groups", List.of("customer")).build());
        var identity = tokens.verify("harmony", "bearer " + token);
        assertThat(identity.username()).isEqualTo("acme-es");
        assertThat(identity.realm()).isEqualTo("harmony");
        assertThat(identity.groups()).isEqualTo(Set.of("customer"));
        assertThat(identity.idToken()).isEmpty();
    }

    @Test
    void aTokenOfTheRfc9068TypeIsTaken() throws Exception {
        var token = harmony.sign(access().build(), new JOSEObjectType("at+jwt"));
        assertThat(tokens.verify("harmony", "Bearer " + token).subject()).isEqualTo("subject-1");
    }

    @Test
    void noTokenIsMissing() {
        assertThat(refusal((String) null)).isEqualTo(Kind.MISSING);
        assertThat(refusal("")).isEqualTo(Kind.MISSING);
        assertThat(refusal("Basic YTpi")).isEqualTo(Kind.MISSING);
    }

    @Test
    void whatIsNoTokenIsMalformed() {
        assertThat(refusal("Bearer ")).isEqualTo(Kind.MALFORMED);
        assertThat(refusal("Bearer abc")).isEqualTo(Kind.MALFORMED);
        assertThat(refusal("Bearer a.b.c")).isEqualTo(Kind.MALFORMED);
        assertThat(refusal("Bearer " + "a".repeat(100_000))).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void aTokenOfAnotherRealmIsOfTheWrongIssuerEvenAfterItWasTakenThere() throws Exception {
        var bmc = provider.realm("bmc");
        var header = "Bearer " + bmc.sign(bmc.claims("Bearer").build());
        tokens.verify("bmc", header);
        assertThat(refusal(header)).isEqualTo(Kind.WRONG_ISSUER);
    }

    @Test
    void aForeignKeyUnderOurIssuerIsABadSignature() {
        var forged = provider.realm("bmc").sign(access().build());
        assertThat(refusal("Bearer " + forged)).isEqualTo(Kind.BAD_SIGNATURE);
        assertThat(refusal("Bearer " + new PlainJWT(access().build()).serialize()))
                .isEqualTo(Kind.BAD_SIGNATURE);
    }

    @Test
    void aTamperedTokenIsABadSignature() {
        var parts = harmony.sign(access().build()).split("\\.");
        var other = harmony.sign(access().subject("admin").build()).split("\\.");
        assertThat(refusal("Bearer " + parts[0] + "." + other[1] + "." + parts[2]))
                .isEqualTo(Kind.BAD_SIGNATURE);
    }

    @Test
    void aTokenForAnotherClientHasTheWrongAudience() {
        assertThat(refusal(access().audience("account"))).isEqualTo(Kind.WRONG_AUDIENCE);
    }

    @Test
    void anIdTokenDoesNotOpenTheApi() {
        assertThat(refusal(access().claim("typ", "ID"))).isEqualTo(Kind.WRONG_TYPE);
        assertThat(refusal(access().claim("typ", null))).isEqualTo(Kind.WRONG_TYPE);
    }

    @Test
    void expiredAndIncompleteTokensAreTold() {
        assertThat(refusal(access().expirationTime(Date.from(Instant.now().minusSeconds(60)))))
                .isEqualTo(Kind.EXPIRED);
        assertThat(refusal(access().expirationTime(null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(access().subject(null))).isEqualTo(Kind.INVALID_CLAIMS);
        assertThat(refusal(access().notBeforeTime(Date.from(Instant.now().plusSeconds(600)))))
                .isEqualTo(Kind.INVALID_CLAIMS);
    }

    @Test
    void aVerifiedTokenIsRememberedForAMinuteAtMost() throws Exception {
        var header = "Bearer "
                + harmony.sign(access().expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                        .build());
        var first = tokens.verify("harmony", header);
        assertThat(tokens.verify("harmony", header)).isSameAs(first);
        clock.advance(Duration.ofSeconds(61));
        assertThat(tokens.verify("harmony", header)).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void aTokenIsNotRememberedBeyondItsExpiry() throws Exception {
        var header = "Bearer "
                + harmony.sign(access().expirationTime(Date.from(Instant.now().plusSeconds(10)))
                        .build());
        var first = tokens.verify("harmony", header);
        clock.advance(Duration.ofSeconds(11));
        assertThat(tokens.verify("harmony", header)).isNotSameAs(first);
    }

    @Test
    void knownKeysServeOnWhileTheProviderIsDown() throws Exception {
        tokens.verify("harmony", "Bearer " + harmony.sign(access().build()));
        harmony.broken = true;
        var next = harmony.sign(access().subject("next").build());
        assertThat(tokens.verify("harmony", "Bearer " + next).subject()).isEqualTo("next");
    }
}
