package dev.portico.portal.mailbox.control;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.TokenSource;
import dev.portico.portal.outgoing.control.Exchange;
import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.control.Limits;
import dev.portico.portal.outgoing.control.OriginStore;
import dev.portico.portal.outgoing.control.Outgoing;
import dev.portico.portal.outgoing.entity.Origin;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for access tokens where tenants get those to their mailboxes: with a refresh token, or in the client's own name. */
@ApplicationScoped
public class TokenServers {
    // A stop of the portal waits for the answer, and for what is kept of it.
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(8));
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final Outgoing outgoing;

    /** For the container's proxy alone. */
    protected TokenServers() {
        this((Origin origin) -> false);
    }

    @Inject
    public TokenServers(OriginStore origins) {
        this(origins::contains);
    }

    /** @param allowed origins that may be http and private */
    TokenServers(Predicate<Origin> allowed) {
        outgoing = new Outgoing(allowed, LIMITS);
    }

    @PreDestroy
    void stop() {
        outgoing.stop();
    }

    /**
     * What was given.
     *
     * @param life of the access token; zero where nobody says
     * @param refreshToken that takes the place of the one that was used; empty where that goes on
     */
    public record Granted(String accessToken, Duration life, Optional<String> refreshToken) {
        /** A record's own would show them. */
        @Override
        public String toString() {
            return "for " + life;
        }
    }

    /**
     * Waits for 8 s at most.
     *
     * @param source with the refresh token open
     * @throws MailboxException where none is given
     */
    public Granted ask(TokenSource source, String clientSecret) throws MailboxException {
        var address = URI.create(source.address());
        var client = new ClientSecretPost(new ClientID(source.clientId()), new Secret(clientSecret));
        var request = new TokenRequest.Builder(address, client, grant(source))
                .scope(source.scope().isEmpty() ? null : Scope.parse(source.scope()))
                .build()
                .toHTTPRequest();
        var headers = Map.of(
                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8", "Accept", "application/json");
        var answer = answer(outgoing.post(address, headers, request.getBody().getBytes(StandardCharsets.UTF_8)));
        var response = response(answer);
        if (!response.indicatesSuccess()) {
            throw refused(
                    answer,
                    response.toErrorResponse().getErrorObject(),
                    !source.refreshToken().isEmpty());
        }
        var tokens = response.toSuccessResponse().getTokens();
        var refreshToken = Optional.ofNullable(tokens.getRefreshToken())
                .map(RefreshToken::getValue)
                .filter(other -> !source.refreshToken().isEmpty() && !other.equals(source.refreshToken()));
        if (refreshToken
                .filter(other -> other.length() > MailboxSecrets.LONGEST_REFRESH_TOKEN)
                .isPresent()) {
            throw new MailboxException(
                    MailboxProblem.TOKEN_UNREACHABLE,
                    "A refresh token of " + refreshToken.get().length() + " characters");
        }
        return new Granted(
                tokens.getAccessToken().getValue(),
                Duration.ofSeconds(tokens.getAccessToken().getLifetime()),
                refreshToken);
    }

    private static AuthorizationGrant grant(TokenSource source) {
        return source.refreshToken().isEmpty()
                ? new ClientCredentialsGrant()
                : new RefreshTokenGrant(new RefreshToken(source.refreshToken()));
    }

    private static Answer answer(Exchange exchange) throws MailboxException {
        if (exchange instanceof Answer answer) {
            return answer;
        }
        var refusal = (Refusal) exchange;
        throw new MailboxException(
                refusal.reason() == Reason.NOT_ALLOWED
                        ? MailboxProblem.TOKEN_NOT_ALLOWED
                        : MailboxProblem.TOKEN_UNREACHABLE,
                refusal.detail());
    }

    private static TokenResponse response(Answer answer) throws MailboxException {
        var response = new HTTPResponse(answer.status());
        response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        try {
            response.setContentType(answer.header("content-type").orElse(null));
            return TokenResponse.parse(response);
        } catch (ParseException e) {
            throw new MailboxException(MailboxProblem.TOKEN_UNREACHABLE, status(answer) + ": " + e.getMessage(), e);
        }
    }

    private static String status(Answer answer) {
        return "HTTP " + answer.status();
    }

    private static MailboxException refused(Answer answer, @Nullable ErrorObject error, boolean refreshing) {
        var code = error == null || error.getCode() == null ? "" : error.getCode();
        var words = Stream.of(status(answer), code, error == null ? null : error.getDescription())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(": "));
        // Others are from what is no such address (RFC 6749, 5.2).
        var problem = REFUSALS.contains(answer.status()) ? problem(code, refreshing) : MailboxProblem.TOKEN_UNREACHABLE;
        return new MailboxException(problem, ProblemText.of(words));
    }

    private static MailboxProblem problem(String code, boolean refreshing) {
        if (code.isEmpty()) {
            return MailboxProblem.TOKEN_UNREACHABLE;
        }
        if (code.equals(OAuth2Error.INVALID_CLIENT.getCode())
                || code.equals(OAuth2Error.UNAUTHORIZED_CLIENT.getCode())) {
            return MailboxProblem.CLIENT;
        }
        if (code.equals(OAuth2Error.INVALID_SCOPE.getCode())) {
            return MailboxProblem.SCOPE;
        }
        return refreshing && code.equals(OAuth2Error.INVALID_GRANT.getCode())
                ? MailboxProblem.REFRESH_TOKEN
                : MailboxProblem.TOKEN_REFUSED;
    }
}
