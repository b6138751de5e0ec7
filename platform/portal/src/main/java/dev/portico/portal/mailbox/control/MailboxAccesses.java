package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.outgoing.control.Outgoing;
import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mailboxes are opened, and what this installation allows for that. */
@ApplicationScoped
public class MailboxAccesses {
    private static final int FIRST_FREE_PORT = 1024;
    private static final Set<Integer> USUAL_PORTS = Set.of(143, 993);

    @Inject
    SecretCipher cipher;

    @Inject
    Outgoing outgoing;

    /** Separated by commas. */
    @Inject
    @ConfigProperty(name = "portico.mailbox.plain")
    Optional<String> plainHosts;

    /** @throws MailboxException where it cannot or may not be used */
    public MailboxAccess open(String tenantId, MailboxTurn turn) throws MailboxException {
        return open(tenantId, turn.mailboxId(), turn.access());
    }

    /**
     * @param id of the mailbox that the secret was sealed for
     * @throws MailboxException as above
     */
    public MailboxAccess open(String tenantId, String id, MailboxAccess sealed) throws MailboxException {
        var allowed = allowed(sealed);
        var open = allowed.withSecret(secret(tenantId, id, allowed));
        return open.refreshToken().isEmpty() ? open : open.withRefreshToken(refreshToken(tenantId, id, open));
    }

    /** @throws MailboxException where it was sealed with a key that is no longer known */
    public String secret(String tenantId, String id, MailboxAccess sealed) throws MailboxException {
        return opened(place(tenantId, id, sealed), sealed.secret(), MailboxProblem.SECRET);
    }

    /** @throws MailboxException as above */
    public String refreshToken(String tenantId, String id, MailboxAccess sealed) throws MailboxException {
        return opened(Place.ofRefreshToken(tenantId, id), sealed.refreshToken(), MailboxProblem.STORED_REFRESH_TOKEN);
    }

    /** What is one kind of secret is never sent as the other. */
    private static Place place(String tenantId, String id, MailboxAccess access) {
        return access.tokens().isPresent() ? Place.ofClientSecret(tenantId, id) : Place.ofMailbox(tenantId, id);
    }

    private String opened(Place place, String sealed, MailboxProblem problem) throws MailboxException {
        return cipher.open(place, sealed)
                .orElseThrow(() -> new MailboxException(problem, "Sealed with a key that is no longer known"));
    }

    /** The other way round; each of both is left alone where it is empty. */
    public MailboxAccess sealed(String tenantId, String id, MailboxAccess open) {
        var sealed =
                open.secret().isEmpty() ? open : open.withSecret(cipher.seal(place(tenantId, id, open), open.secret()));
        return sealed.refreshToken().isEmpty()
                ? sealed
                : sealed.withRefreshToken(cipher.seal(Place.ofRefreshToken(tenantId, id), sealed.refreshToken()));
    }

    /**
     * What can be said of it without asking anybody. Whether its name leads to a public address is known at use only.
     *
     * @throws MailboxException where it may not be used
     */
    public MailboxAccess allowed(MailboxAccess access) throws MailboxException {
        if (access.port() < FIRST_FREE_PORT && !USUAL_PORTS.contains(access.port())) {
            throw new MailboxException(
                    MailboxProblem.NOT_ALLOWED, "Port " + access.port() + " is that of another service");
        }
        if (access.tokens().isPresent()) {
            var refused = outgoing.check(URI.create(access.tokens().get().address()));
            if (refused.isPresent()) {
                throw new MailboxException(
                        MailboxProblem.TOKEN_NOT_ALLOWED, refused.get().detail());
            }
        }
        if (plainHosts().contains(access.host())) {
            return access.atTrustedHost();
        }
        if (access.security() == MailSecurity.NONE) {
            throw new MailboxException(MailboxProblem.PLAIN, access.host() + " is not in portico.mailbox.plain");
        }
        return access;
    }

    /** Hosts that may be private and without protection. */
    public List<String> plainHosts() {
        return plainHosts.stream()
                .flatMap(hosts -> Stream.of(hosts.split(",")))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
