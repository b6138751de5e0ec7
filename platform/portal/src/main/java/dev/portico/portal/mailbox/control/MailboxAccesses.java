package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.MailboxTurn;
import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mailboxes are opened, and what this installation allows for that. */
@ApplicationScoped
public class MailboxAccesses {
    @Inject
    SecretCipher cipher;

    /** Hosts, separated by commas, to which passwords may go without protection: test servers on the same machine. */
    @Inject
    @ConfigProperty(name = "portico.mailbox.plain")
    Optional<String> plainHosts;

    /** @throws MailboxException where it cannot or may not be used */
    public MailboxAccess open(String tenantId, MailboxTurn turn) throws MailboxException {
        var sealed = turn.access();
        requireAllowed(sealed);
        return cipher.open(Place.ofMailbox(tenantId, turn.mailboxId()), sealed.secret())
                .map(sealed::withSecret)
                .orElseThrow(
                        () -> new MailboxException(MailboxProblem.SECRET, "Sealed with a key that is no longer known"));
    }

    private void requireAllowed(MailboxAccess access) throws MailboxException {
        if (access.security() == MailSecurity.NONE
                && !List.of(plainHosts.orElse("").split(",")).contains(access.host())) {
            throw new MailboxException(MailboxProblem.PLAIN, access.host() + " is not in portico.mailbox.plain");
        }
    }
}
