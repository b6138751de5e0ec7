package dev.portico.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import dev.portico.keycloak.TestProvider.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One realm of the test provider. Its fields are the ways in which a test makes it misbehave. */
final class TestRealm {

    // Making a key takes long, so a realm of the same name begins with the same one in each test.
    private static final Map<String, RSAKey> FIRST_KEYS = new ConcurrentHashMap<>();

    final String issuer;
    final AtomicInteger discoveries = new AtomicInteger();
    final AtomicInteger keyFetches = new AtomicInteger();
    final AtomicInteger serviceTokens = new AtomicInteger();
    volatile boolean broken;
    volatile boolean advertisesIssuerParameter = true;
    volatile String advertisedIssuer;
    volatile CountDownLatch discoveryGate = new CountDownLatch(0);
    volatile UnaryOperator<JWTClaimsSet.Builder> idTokenClaims = UnaryOperator.identity();
    volatile Function<JWTClaimsSet, String> idTokenSigner = this::sign;
    private volatile RSAKey key;
    private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();

    TestRealm(String name, String issuer) {
        this.issuer = issuer;
        this.key = FIRST_KEYS.computeIfAbsent(name, absent -> newKey());
        this.advertisedIssuer = issuer;
    }

    /** What the browser brings back after the user has logged in. */
    Map<String, List<String>> login(URI authenticationRequest) {
        var request = URLUtils.parseParameters(authenticationRequest.getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, request);
        var answer = new HashMap<String, List<String>>();
        answer.put("state", request.get("state"));
        answer.put("code", List.of(code));
        answer.put("iss", List.of(issuer));
        return answer;
    }

    void rotateKey() {
        key = newKey();
    }

    RSAKey key() {
        return key;
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, JOSEObjectType.JWT);
    }

    String sign(JWTClaimsSet claims, JOSEObjectType type) {
        return sign(claims, type, key);
    }

    static String sign(JWTClaimsSet claims, JOSEObjectType type, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(type)
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet.Builder claims(String use) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("subject-1")
                .audience(TestProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", use)
                .claim("azp", TestProvider.CLIENT)
                .claim("sid", "session-1")
                .claim("preferred_username", "acme-es");
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer answer(String path, HttpExchange exchange) throws IOException {
        if (path.equals(".well-known/openid-configuration")) {
            discoveries.incrementAndGet();
            await(discoveryGate);
        }
        if (path.equals("certs")) {
            keyFetches.incrementAndGet();
        }
        if (broken) {
            return new Answer(500, Map.of("error", "server_error"));
        }
        return switch (path) {
            case ".well-known/openid-configuration" -> new Answer(200, metadata());
            case "certs" -> new Answer(200, new JWKSet(key).toPublicJWKSet().toJSONObject());
            case "token" -> token(exchange);
            default -> Answer.NOT_FOUND;
        };
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                advertisedIssuer,
                "authorization_endpoint",
                issuer + "/auth",
                "token_endpoint",
                issuer + "/token",
                "end_session_endpoint",
                issuer + "/logout",
                "jwks_uri",
                issuer + "/certs",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256", "HS256"),
                "authorization_response_iss_parameter_supported",
                advertisesIssuerParameter);
    }

    private Answer token(HttpExchange exchange) throws IOException {
        var form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (one(form, "grant_type").equals("client_credentials")) {
            return isClient(authorization, "portico-accounts") ? serviceToken() : error(401, "invalid_client");
        }
        if (!isClient(authorization, TestProvider.CLIENT)) {
            return error(401, "invalid_client");
        }
        if (one(form, "grant_type").equals("password")) {
            return one(form, "password").equals("right") ? tokens(claims("ID")) : error(400, "invalid_grant");
        }
        var request = codes.remove(one(form, "code"));
        if (request == null
                || !one(form, "grant_type").equals("authorization_code")
                || !one(form, "redirect_uri").equals(one(request, "redirect_uri"))
                || !one(request, "code_challenge_method").equals("S256")
                || !one(request, "code_challenge").equals(challenge(one(form, "code_verifier")))) {
            return error(400, "invalid_grant");
        }
        return tokens(claims("ID").claim("nonce", one(request, "nonce")));
    }

    private Answer serviceToken() {
        var claims = claims("Bearer").subject("service-account").build();
        serviceTokens.incrementAndGet();
        return new Answer(200, Map.of("access_token", sign(claims), "token_type", "Bearer", "expires_in", 60));
    }

    private Answer tokens(JWTClaimsSet.Builder begun) {
        var claims = idTokenClaims.apply(begun);
        return new Answer(
                200,
                Map.of(
                        "access_token",
                        sign(claims("Bearer").build()),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idTokenSigner.apply(claims.build())));
    }

    private static boolean isClient(String authorization, String id) {
        try {
            var client = ClientSecretBasic.parse(authorization);
            return client.getClientID().getValue().equals(id)
                    && client.getClientSecret().getValue().equals(TestProvider.SECRET);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return false;
        }
    }

    private static String challenge(String verifier) {
        return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                .getValue();
    }

    private static String one(Map<String, List<String>> params, String name) {
        return params.getOrDefault(name, List.of("")).get(0);
    }

    private static Answer error(int status, String code) {
        return new Answer(status, Map.of("error", code));
    }
}
