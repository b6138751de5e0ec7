package dev.portico.portal.mailbox.control;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mail.control.MailAddress;
import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.TokenSource;
import dev.portico.portal.outgoing.entity.Origin;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a mailbox as entered, all of it at once; fields as in the form. */
public final class MailboxRules {
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 250;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_SECRET = 1_000;
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final Pattern SERVER = Pattern.compile("[a-z0-9._-]{0,250}");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private final MailboxForm form;
    private final MailboxSecrets secrets;
    private final Optional<MailboxAccess> stored;
    private final List<FieldProblem> problems = new ArrayList<>();

    private MailboxRules(MailboxForm form, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        this.form = form;
        this.secrets = secrets;
        this.stored = stored;
    }

    /**
     * A mailbox as entered, without a fault.
     *
     * @param access without secrets
     * @param server authserv-id, in lower case
     */
    public record Checked(String address, MailboxAccess access, String type, String server) {}

    /**
     * @param types ids of those that the tenant's desks have
     * @param secrets empty for the stored ones, which count only where they were entered for
     * @param stored how the mailbox is opened so far; empty for a new one
     * @throws PortalException invalid, with every problem at its field
     */
    public static Checked check(
            MailboxForm form, Set<String> types, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        var rules = new MailboxRules(form, secrets, stored);
        var address = MailAddress.parse(form.address());
        if (address.isEmpty()) {
            rules.wrong("address", "mailbox.wrong.address");
        }
        var access = rules.access();
        if (!types.contains(form.type())) {
            rules.wrong("type", "mailbox.wrong.type");
        }
        var server = form.server().strip().toLowerCase(Locale.ROOT);
        if (!SERVER.matcher(server).matches()) {
            rules.wrong("server", "mailbox.wrong.server");
        }
        rules.end();
        return new Checked(address.orElseThrow(), access.orElseThrow(), form.type(), server);
    }

    /**
     * Of a mailbox that is only tried out.
     *
     * @throws PortalException as above
     */
    public static MailboxAccess check(MailboxForm form, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        var rules = new MailboxRules(form, secrets, stored);
        var access = rules.access();
        rules.end();
        return access.orElseThrow();
    }

    private Optional<MailboxAccess> access() {
        var security = Stream.of(MailSecurity.values())
                .filter(known -> known.name().equals(form.security()))
                .findFirst();
        if (security.isEmpty()) {
            wrong("security", "mailbox.wrong.security");
        }
        var host = host();
        var port = port(security.filter(MailSecurity.TLS::equals).isPresent() ? 993 : 143);
        var login = text("login", form.login());
        if (login.isEmpty()) {
            wrong("login", "mailbox.wrong.login");
        }
        var folder = text("folder", form.folder());
        var tokens = tokens();
        var access = security.map(known ->
                new MailboxAccess(host, port, known, login, "", folder.isEmpty() ? MailboxForm.INBOX : folder));
        var known = access.map(entered -> entered.withTokens(tokens));
        known.ifPresent(this::checkSecrets);
        return known;
    }

    /** Empty with a password. */
    private Optional<TokenSource> tokens() {
        if (form.authentication().equals(MailAuthentication.PASSWORD.name())) {
            return Optional.empty();
        }
        if (!form.authentication().equals(MailAuthentication.OAUTH2.name())) {
            wrong("authentication", "mailbox.wrong.authentication");
            return Optional.empty();
        }
        var clientId = text("client-id", form.clientId());
        if (clientId.isEmpty()) {
            wrong("client-id", "mailbox.wrong.client-id");
        }
        return Optional.of(new TokenSource(tokenAddress(), clientId, text("scope", form.scope()), ""));
    }

    /** Whether it may be asked is said by whoever asks it. */
    private String tokenAddress() {
        var typed = form.tokenAddress().strip();
        if (typed.length() > LONGEST_ADDRESS || !isWebAddress(typed)) {
            wrong("token-address", "mailbox.wrong.token-address");
        }
        return typed;
    }

    private static boolean isWebAddress(String typed) {
        try {
            var address = new URI(typed);
            return Origin.of(address).isPresent() && address.getRawFragment() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Keys of what is said of a secret. */
    private record Words(String missing, String anew, String impossible) {
        static final Words OF_PASSWORD =
                new Words("mailbox.wrong.password.missing", "mailbox.wrong.password.anew", "mailbox.wrong.password");
        static final Words OF_CLIENT =
                new Words("mailbox.wrong.client.missing", "mailbox.wrong.client.anew", "mailbox.wrong.client");
    }

    private void checkSecrets(MailboxAccess entered) {
        var authentication = entered.authentication();
        var field = MailboxSecrets.mainField(authentication);
        var secret = secrets.main(authentication);
        var words = field.equals(MailboxSecrets.CLIENT) ? Words.OF_CLIENT : Words.OF_PASSWORD;
        var none = stored.filter(before -> before.authentication() == authentication)
                .isEmpty();
        if (secret.isEmpty() && none) {
            wrong(field, words.missing());
        } else if (secret.isEmpty() && !stored.orElseThrow().sameTarget(entered)) {
            wrong(field, words.anew());
        } else if (!canBeSecret(secret, LONGEST_SECRET)) {
            wrong(field, words.impossible());
        }
        if (entered.tokens().isPresent()) {
            checkRefreshToken(entered);
        }
    }

    private void checkRefreshToken(MailboxAccess entered) {
        var keeps = secrets.refreshToken(entered, stored).isEmpty();
        if (keeps && stored.filter(before -> before.sameTarget(entered)).isEmpty()) {
            wrong(MailboxSecrets.REFRESH_TOKEN, "mailbox.wrong.refresh-token.anew");
        } else if (!canBeSecret(secrets.refreshToken(), MailboxSecrets.LONGEST_REFRESH_TOKEN)) {
            wrong(MailboxSecrets.REFRESH_TOKEN, "mailbox.wrong.refresh-token");
        }
    }

    private static boolean canBeSecret(String text, int longest) {
        return text.length() <= longest && !UNSEEN.matcher(text).find();
    }

    private String host() {
        var host = ascii(form.host().strip()).toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            wrong("host", "mailbox.wrong.host.missing");
        } else if (host.length() > LONGEST || !HOST.matcher(host).matches()) {
            wrong("host", "mailbox.wrong.host");
        }
        return host;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException none) {
            return host;
        }
    }

    private int port(int usual) {
        var typed = form.port().strip();
        if (typed.isEmpty()) {
            return usual;
        }
        var port = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
        if (port < 1 || port > LAST_PORT) {
            problems.add(new FieldProblem("port", "mailbox.wrong.port", Map.of("last", LAST_PORT)));
        }
        return port;
    }

    private String text(String field, String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST) {
            problems.add(new FieldProblem(field, "mailbox.wrong.long", Map.of("limit", LONGEST)));
        } else if (UNSEEN.matcher(text).find()) {
            wrong(field, "mailbox.wrong.signs");
        }
        return text;
    }

    private void wrong(String field, String key) {
        problems.add(new FieldProblem(field, key));
    }

    private void end() {
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
    }
}
