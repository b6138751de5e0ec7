package dev.portico.portal.login;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.PasswordRefusedException;
import dev.portico.keycloak.PasswordRefusedException.Reason;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/**
 * Passwords that people choose on pages of the portal. They go to Keycloak at once, and are neither kept nor written down
 * here.
 */
@ApplicationScoped
public class Passwords {
    /** The field of every such form; what is entered into fields that begin so is never kept. */
    public static final String FIELD = "secret-password";

    private static final Logger LOG = System.getLogger(Passwords.class.getName());
    /** Longer ones are nobody's, and cost Keycloak time. */
    private static final int LONGEST = 256;

    @Inject
    RealmAccounts accounts;

    /**
     * @param subject Keycloak's
     * @throws PortalException invalid at {@link #FIELD} with the rule that is broken; conflict where Keycloak is silent
     *     or does not know the account
     */
    public void set(String realm, String subject, String password) {
        if (password.isEmpty()) {
            throw problem("account.password.empty", 0);
        }
        if (password.length() > LONGEST) {
            throw problem("account.password.too-long", LONGEST);
        }
        try {
            if (!accounts.setPassword(realm, subject, password)) {
                throw silent();
            }
        } catch (PasswordRefusedException refused) {
            throw PortalException.invalid(
                    refused.reasons().stream().map(Passwords::problem).toList());
        } catch (LoginUnavailableException unavailable) {
            LOG.log(Level.WARNING, "No password can be set", unavailable);
            throw silent();
        }
    }

    /** What people are told while Keycloak cannot be asked; nothing of what they did is lost. */
    public static PortalException silent() {
        return PortalException.conflict("account.password.silent", Map.of());
    }

    private static PortalException problem(String key, int number) {
        return PortalException.invalid(new FieldProblem(FIELD, key, Map.of("count", number)));
    }

    private static FieldProblem problem(Reason reason) {
        return new FieldProblem(FIELD, key(reason), Map.of("count", reason.number()));
    }

    private static String key(Reason reason) {
        return switch (reason.rule()) {
            case TOO_SHORT -> "account.password.too-short";
            case TOO_LONG -> "account.password.too-long";
            case DIGITS -> "account.password.digits";
            case LOWER_CASE -> "account.password.lower-case";
            case UPPER_CASE -> "account.password.upper-case";
            case SPECIAL_CHARACTERS -> "account.password.special";
            case USERNAME, EMAIL -> "account.password.address";
            case USED_BEFORE -> "account.password.used";
            case TOO_COMMON -> "account.password.common";
            case OTHER -> "account.password.other";
        };
    }
}
