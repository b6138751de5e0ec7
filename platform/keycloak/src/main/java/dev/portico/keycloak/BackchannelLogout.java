package dev.portico.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenClaimsVerifier;
import dev.portico.keycloak.InvalidTokenException.Kind;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks the logout tokens that Keycloak posts when a session ends there (OpenID Connect Back-Channel Logout
 * 1.0). Each counts once, and only while it is fresh. Thread-safe; one for the whole portal, since it remembers
 * what it has taken.
 */
public final class BackchannelLogout {

    private static final Duration MAX_AGE = Duration.ofMinutes(2);
    private static final int MAX_REMEMBERED = 10_000;
    private static final JOSEObjectType LOGOUT_JWT = new JOSEObjectType("logout+jwt");

    private final RealmDirectory realms;
    private final RecentKeys taken;

    public BackchannelLogout(RealmDirectory realms) {
        this.realms = realms;
        var memory = MAX_AGE.plus(realms.settings().clockSkew().multipliedBy(2)).plusMinutes(1);
        this.taken = new RecentKeys(memory, MAX_REMEMBERED, realms.clock());
    }

    /**
     * What the token says has ended.
     *
     * @param logoutToken form parameter {@code logout_token} of the request
     * @throws InvalidTokenException where the answer must be 400
     * @throws LoginUnavailableException where the realm's keys cannot be had
     */
    public LogoutNotice verify(String realm, String logoutToken) throws InvalidTokenException {
        var target = realms.realm(realm);
        // LogoutTokenClaimsVerifier: iss, aud, iat, exp, jti, events, sid or sub, and no nonce.
        var rules = new LogoutTokenClaimsVerifier(
                new Issuer(target.issuer()), new ClientID(realms.settings().clientId()));
        rules.setMaxClockSkew((int) realms.settings().clockSkew().toSeconds());
        var types = new DefaultJOSEObjectTypeVerifier<SecurityContext>(LOGOUT_JWT, JOSEObjectType.JWT, null);
        var claims = target.verifier().verify(logoutToken, types, rules);
        requireFresh(claims);
        if (!taken.add(target.issuer() + " " + claims.getJWTID())) {
            throw new InvalidTokenException(Kind.REPLAYED, "jti seen before");
        }
        return notice(claims);
    }

    private void requireFresh(JWTClaimsSet claims) throws InvalidTokenException {
        var now = realms.clock().instant();
        var skew = realms.settings().clockSkew();
        var issued = claims.getIssueTime().toInstant();
        if (issued.isBefore(now.minus(MAX_AGE).minus(skew))) {
            throw new InvalidTokenException(Kind.EXPIRED, "issued too long ago");
        }
        if (issued.isAfter(now.plus(skew))) {
            throw new InvalidTokenException(Kind.INVALID_CLAIMS, "issued in the future");
        }
    }

    private static LogoutNotice notice(JWTClaimsSet claims) throws InvalidTokenException {
        try {
            return new LogoutNotice(
                    claims.getIssuer(),
                    Optional.ofNullable(claims.getStringClaim("sid")),
                    Optional.ofNullable(claims.getSubject()));
        } catch (ParseException e) {
            throw new InvalidTokenException(Kind.INVALID_CLAIMS, e);
        }
    }
}
