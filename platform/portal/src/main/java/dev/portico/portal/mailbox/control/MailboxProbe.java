package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a mailbox out for somebody who waits: not for long, and for a few at a time. */
@ApplicationScoped
public class MailboxProbe {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_AT_A_TIME = 8;

    @Resource
    ManagedExecutorService executor;

    private final Semaphore free = new Semaphore(MOST_AT_A_TIME);

    /**
     * What was found.
     *
     * @param mails in the folder
     * @param tells whether the server tells of new mails by itself
     */
    public record Report(int mails, boolean tells) {}

    /** How a mailbox is opened, where others may have to be asked for that. */
    public interface Opening {
        MailboxAccess access() throws MailboxException;
    }

    /**
     * @param opening asked only where there is room
     * @throws MailboxException where it cannot be read, or has not been within 20 s; whatever {@code opening} throws
     */
    public Report report(Opening opening) throws MailboxException {
        return report(opening, executor, LONGEST);
    }

    Report report(Opening opening, ExecutorService others, Duration longest) throws MailboxException {
        if (!free.tryAcquire()) {
            throw new MailboxException(MailboxProblem.BUSY, "");
        }
        var sockets = new KeptSockets();
        try {
            var access = opening.access();
            return result(others.submit(() -> look(access, sockets)), longest);
        } finally {
            sockets.close();
            free.release();
        }
    }

    private static Report look(MailboxAccess access, KeptSockets sockets) throws MailboxException {
        try (var folder = new ImapFolder(access, sockets)) {
            return new Report(folder.size(), folder.tells());
        }
    }

    private static Report result(Future<Report> looking, Duration longest) throws MailboxException {
        try {
            return looking.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new MailboxException(
                    MailboxProblem.UNREACHABLE, "No complete answer within " + longest.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MailboxException problem) {
                throw problem;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailboxException(MailboxProblem.OTHER, "Interrupted", e);
        }
    }
}
