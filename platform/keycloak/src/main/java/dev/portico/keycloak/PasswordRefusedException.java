package dev.portico.keycloak;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The realm's password policy does not allow the password. */
public final class PasswordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Map<String, Rule> RULES = Map.of(
            "invalidPasswordMinLengthMessage", Rule.TOO_SHORT,
            "invalidPasswordMaxLengthMessage", Rule.TOO_LONG,
            "invalidPasswordMinDigitsMessage", Rule.DIGITS,
            "invalidPasswordMinLowerCaseCharsMessage", Rule.LOWER_CASE,
            "invalidPasswordMinUpperCaseCharsMessage", Rule.UPPER_CASE,
            "invalidPasswordMinSpecialCharsMessage", Rule.SPECIAL_CHARACTERS,
            "invalidPasswordNotUsernameMessage", Rule.USERNAME,
            "invalidPasswordNotContainsUsernameMessage", Rule.USERNAME,
            "invalidPasswordNotEmailMessage", Rule.EMAIL,
            "invalidPasswordHistoryMessage", Rule.USED_BEFORE);

    /** What a policy asks for. */
    public enum Rule {
        /** The number says how many characters at least. */
        TOO_SHORT,
        /** The number says how many characters at most. */
        TOO_LONG,
        /** The number says how many at least, as for the next three. */
        DIGITS,
        LOWER_CASE,
        UPPER_CASE,
        SPECIAL_CHARACTERS,
        /** It is or holds the user name. */
        USERNAME,
        EMAIL,
        /** The number says how many former ones count. */
        USED_BEFORE,
        TOO_COMMON,
        OTHER
    }

    /** {@code number} is 0 where the rule has none. */
    public record Reason(Rule rule, int number) {}

    private final transient List<Reason> reasons;

    private PasswordRefusedException(String realm, String error, Reason reason) {
        super("Realm " + realm + ": " + error);
        this.reasons = List.of(reason);
    }

    /** Keycloak names the rule; its number stands only in the words for people. */
    static PasswordRefusedException of(String realm, String error, String description) {
        var rule = error.equals("invalidPasswordBlacklistedMessage")
                ? Rule.TOO_COMMON
                : RULES.getOrDefault(error, Rule.OTHER);
        var number = NUMBER.matcher(description);
        return new PasswordRefusedException(
                realm, error, new Reason(rule, number.find() ? Integer.parseInt(number.group()) : 0));
    }

    /** Keycloak tells the first rule that is broken. */
    public List<Reason> reasons() {
        return reasons;
    }
}
