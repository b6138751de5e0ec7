package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.MailMemory;
import dev.portico.portal.mailbox.control.MailMemory.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Mails as they came, for those who may have them: written a portion at a time, so that however slowly somebody takes one, no
 * more of it is here; and as many are read to be shown as there is room for.
 */
@ApplicationScoped
public class RawMails {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Inject
    ReceivedMails mails;

    private final MailMemory memory = MailMemory.usual();

    /** @param id of a mail of the current tenant; of one that is kept no longer nothing is written */
    public void write(String id, OutputStream out) throws IOException {
        var written = 0;
        var portion = mails.portion(id, written);
        while (portion.length > 0) {
            out.write(portion);
            written += portion.length;
            portion = mails.portion(id, written);
        }
    }

    /**
     * Room to read a mail, to be given back.
     *
     * @throws PortalException unavailable, where others have it all for some seconds
     */
    Share room(long bytes) {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        var share = memory.take(bytes, () -> System.nanoTime() - until > 0);
        if (!share.given()) {
            throw PortalException.unavailable("mail.view.busy");
        }
        return share;
    }
}
