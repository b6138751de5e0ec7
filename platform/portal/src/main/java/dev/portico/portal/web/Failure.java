package dev.portico.portal.web;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is none, in message keys.
 *
 * @param errorId what a person can tell the support team, who find it in the log
 * @param retryAt address of a "try again" link
 */
public record Failure(
        int status,
        String titleKey,
        String detailKey,
        Map<String, ?> args,
        List<FieldProblem> fields,
        Optional<String> errorId,
        Optional<String> retryAt) {

    private static final int DEEPEST_CAUSE = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    // Without letters and digits that are mistaken for one another when read out.
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static Failure of(int status, String detailKey) {
        return new Failure(
                status, titleKey(status), detailKey, Map.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public static Failure notFound() {
        return of(404, "failure.not-found");
    }

    public static Failure forbidden() {
        return of(403, "failure.forbidden");
    }

    public static Failure unauthorized() {
        return of(401, "failure.unauthorized");
    }

    /** @param address where the newest terms can be read and accepted */
    public static Failure termsNotAccepted(String address) {
        return new Failure(
                403,
                titleKey(403),
                "terms.problem.first",
                Map.of("address", address),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Failure methodNotAllowed() {
        return of(405, "failure.method");
    }

    /** Any other status that is the caller's mistake. */
    public static Failure badRequest(int status) {
        return of(status, "failure.bad-request");
    }

    public static Failure loginUnavailable() {
        return of(503, "failure.login-unavailable");
    }

    /** A login that came to nothing. */
    public static Failure loginFailed(int status, String detailKey, String retryAt) {
        return new Failure(
                status, "failure.title.login", detailKey, Map.of(), List.of(), Optional.empty(), Optional.of(retryAt));
    }

    static Failure unexpected() {
        var id = new StringBuilder();
        RANDOM.ints(8, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return new Failure(
                500,
                titleKey(500),
                "failure.unexpected",
                Map.of("id", id.toString()),
                List.of(),
                Optional.of(id.toString()),
                Optional.empty());
    }

    /** What an exception means to a person; nothing where it means a fault of ours. */
    static Optional<Failure> known(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof PortalException refused) {
                return Optional.of(of(refused));
            }
            if (cause instanceof LoginUnavailableException) {
                return Optional.of(loginUnavailable());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Failure of(PortalException refused) {
        var status = refused.kind().status();
        return new Failure(
                status,
                titleKey(status),
                refused.key(),
                refused.args(),
                refused.fields(),
                Optional.empty(),
                Optional.empty());
    }

    private static String titleKey(int status) {
        return switch (status) {
            case 401 -> "failure.title.unauthorized";
            case 403 -> "failure.title.forbidden";
            case 404 -> "failure.title.not-found";
            case 405 -> "failure.title.method";
            case 409 -> "failure.title.conflict";
            case 412 -> "failure.title.outdated";
            case 413 -> "failure.title.too-large";
            case 422 -> "failure.title.invalid";
            case 503 -> "failure.title.unavailable";
            default -> status < 500 ? "failure.title.bad-request" : "failure.title.unexpected";
        };
    }
}
