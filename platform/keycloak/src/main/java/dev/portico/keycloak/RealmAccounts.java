package dev.portico.keycloak;

import static dev.portico.keycloak.AdminApi.encode;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The accounts of realms, as the service account of each may change them. Every call may throw
 * {@link LoginUnavailableException}: Keycloak does not answer within the time-outs, or not as it should; then what was
 * asked for may have been done or not. Thread-safe; one for the whole portal.
 */
public final class RealmAccounts {

    private static final String PASSWORD = "password";

    private final AdminApi api;
    private final ChangeLog changes;

    /**
     * @param clientId of a confidential client of each realm, whose service account has the roles {@code manage-users}
     *     and {@code view-events} of the realm's own client {@code realm-management}
     */
    public RealmAccounts(RealmDirectory realms, String clientId, ClientSecret secret) {
        this.api = new AdminApi(realms, clientId, secret);
        this.changes = new ChangeLog(api, realms);
    }

    public Optional<RealmAccount> find(String realm, String subject) {
        var answer = api.get(realm, user(subject));
        return answer.isAbsent()
                ? Optional.empty()
                : Optional.of(new AccountJson(answer.required().object()).account(answer));
    }

    /** The account with exactly that address, regardless of case. */
    public Optional<RealmAccount> byEmail(String realm, String email) {
        return accounts(realm, "/users?exact=true&briefRepresentation=false&max=2&email=" + encode(email)).stream()
                .filter(account -> account.email().equalsIgnoreCase(email))
                .findFirst();
    }

    /** The account whose attribute has exactly that value, which must hold no quotes. */
    public Optional<RealmAccount> byAttribute(String realm, String name, String value) {
        return accounts(realm, "/users?briefRepresentation=false&max=2&q=" + encode(name + ":\"" + value + "\""))
                .stream()
                .filter(account -> account.attribute(name).equals(value))
                .findFirst();
    }

    /** Accounts by user name, from the {@code first}-th on, which counts from 0. */
    public List<RealmAccount> page(String realm, int first, int most) {
        return accounts(realm, "/users?briefRepresentation=false&first=" + first + "&max=" + most);
    }

    private List<RealmAccount> accounts(String realm, String path) {
        var answer = api.get(realm, path).required();
        return answer.objects().stream()
                .map(document -> new AccountJson(document).account(answer))
                .toList();
    }

    /**
     * Makes an account without a password.
     *
     * @return its subject
     * @throws AccountExistsException where another has the user name or the address
     * @throws AccountRefusedException where the realm's rules do not allow it
     */
    public String create(String realm, RealmAccountState state) {
        var answer = api.post(realm, "/users", AccountJson.write(state, Map.of()));
        requireTaken(answer);
        return answer.required()
                .location()
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .filter(subject -> !subject.isEmpty())
                .orElseThrow(answer::malformed);
    }

    /**
     * Keeps attributes that the state does not name, and whatever else Keycloak knows of the account.
     *
     * @return false where the realm has no such account
     * @throws AccountExistsException where another has the user name or the address
     * @throws AccountRefusedException where the realm's rules do not allow it
     */
    public boolean update(String realm, String subject, RealmAccountState state) {
        return update(realm, subject, known -> state);
    }

    /** As above, for whom what the realm shall hold depends on what it holds. */
    public boolean update(String realm, String subject, Function<RealmAccount, RealmAccountState> change) {
        var found = api.get(realm, user(subject));
        if (found.isAbsent()) {
            return false;
        }
        var known = new AccountJson(found.required().object()).account(found);
        var answer = api.put(realm, user(subject), AccountJson.write(change.apply(known), known.attributes()));
        requireTaken(answer);
        return isDone(answer);
    }

    private static void requireTaken(AdminAnswer answer) {
        if (answer.isConflict()) {
            throw new AccountExistsException(
                    answer.realm(), answer.object().getString("errorMessage", "another account is in the way"));
        }
        if (answer.isRefused()) {
            var problem = problem(answer.object());
            throw new AccountRefusedException(
                    answer.realm(), problem.getString("field", ""), problem.getString("errorMessage", "is refused"));
        }
    }

    // One problem is told as it is, several are told as a list.
    private static JsonObject problem(JsonObject answer) {
        return answer.get("errors") instanceof JsonArray several
                        && !several.isEmpty()
                        && several.get(0) instanceof JsonObject first
                ? first
                : answer;
    }

    /**
     * Gives the account a password for good.
     *
     * @return false where the realm has no such account
     * @throws PasswordRefusedException where the realm's policy does not allow it
     */
    public boolean setPassword(String realm, String subject, String password) {
        var body = Json.createObjectBuilder()
                .add("type", PASSWORD)
                .add("value", password)
                .add("temporary", false)
                .build();
        var answer = api.put(realm, user(subject) + "/reset-password", body);
        if (answer.isRefused()) {
            var said = new AccountJson(answer.object());
            throw PasswordRefusedException.of(realm, said.text("error"), said.text("error_description"));
        }
        return isDone(answer);
    }

    /** Ends all sessions of the account; Keycloak tells the portal of each that it held. */
    public void endSessions(String realm, String subject) {
        isDone(api.post(realm, user(subject) + "/logout", JsonValue.EMPTY_JSON_OBJECT));
    }

    /** None where the realm has no such account. */
    public List<RealmSession> sessions(String realm, String subject) {
        var answer = api.get(realm, user(subject) + "/sessions");
        return documents(answer).stream()
                .map(document -> new AccountJson(document).session(answer))
                .toList();
    }

    /** Whoever asks has to have found the session among those of the account. */
    public void endSession(String realm, String sessionId) {
        isDone(api.delete(realm, "/sessions/" + encode(sessionId)));
    }

    /** None where the realm has no such account. */
    public List<SecondFactor> secondFactors(String realm, String subject) {
        var answer = api.get(realm, user(subject) + "/credentials");
        return documents(answer).stream()
                .map(document -> new AccountJson(document).secondFactor(answer))
                .filter(credential -> !credential.type().equals(PASSWORD))
                .toList();
    }

    /** @return false where the realm has no such account */
    public boolean delete(String realm, String subject) {
        return isDone(api.delete(realm, user(subject)));
    }

    /**
     * Which accounts others than the portal have changed: Keycloak's own administrators, or the persons themselves at
     * Keycloak. What is older than the realm keeps its record of changes is not told.
     *
     * @param since what the call before said, or a moment shortly before a look at all accounts began
     */
    public RealmChanges changesSince(String realm, Instant since) {
        return changes.since(realm, since);
    }

    private static List<JsonObject> documents(AdminAnswer answer) {
        return answer.isAbsent() ? List.of() : answer.required().objects();
    }

    private static boolean isDone(AdminAnswer answer) {
        if (answer.isAbsent()) {
            return false;
        }
        answer.required();
        return true;
    }

    private static String user(String subject) {
        return "/users/" + encode(subject);
    }
}
