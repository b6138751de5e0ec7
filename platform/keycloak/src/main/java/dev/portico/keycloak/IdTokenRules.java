package dev.portico.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import dev.portico.keycloak.InvalidTokenException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say (OpenID Connect Core 1.0, section 3.1.3.7).
 *
 * @param nonce absent where no browser was sent to the realm
 */
record IdTokenRules(String issuer, @Nullable String nonce, KeycloakSettings settings) {

    JWTClaimsSet verify(TokenVerifier verifier, String idToken) throws InvalidTokenException {
        var expected = nonce == null ? null : new Nonce(nonce);
        var skew = (int) settings.clockSkew().toSeconds();
        var rules = new IDTokenClaimsVerifier(new Issuer(issuer), new ClientID(settings.clientId()), expected, skew);
        var types = new DefaultJOSEObjectTypeVerifier<SecurityContext>(JOSEObjectType.JWT, null);
        var claims = verifier.verify(idToken, types, rules::verify);
        requireAuthorizedParty(claims);
        // Keycloak signs access tokens with the same keys.
        if (claims.getClaim("typ") != null && !new IdentityClaims(claims).isForUse("ID")) {
            throw new InvalidTokenException(Kind.WRONG_TYPE, "not an ID token");
        }
        return claims;
    }

    private void requireAuthorizedParty(JWTClaimsSet claims) throws InvalidTokenException {
        var party = claims.getClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(settings.clientId())) {
            throw new InvalidTokenException(Kind.WRONG_AUDIENCE, "issued for " + party);
        }
    }
}
