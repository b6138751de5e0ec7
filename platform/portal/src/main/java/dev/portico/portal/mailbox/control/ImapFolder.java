package dev.portico.portal.mailbox.control;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.portico.portal.mailbox.entity.KeptMail;
import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.outgoing.control.NotPublicException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** An open folder at an IMAP server. One thread reads it; any other may {@link #nudge} it, or close its sockets. */
public final class ImapFolder implements AutoCloseable {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final String XOAUTH2 = "XOAUTH2";

    /** Of one that brings no mail: enough for the numbers of half a million. */
    private static final long LONGEST_ANSWER = 4 << 20;

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final KeptSockets sockets;
    private final CheckedStore store;
    private final IMAPFolder folder;
    private final boolean tells;

    /** @throws MailboxException where it cannot be opened */
    public ImapFolder(MailboxAccess access) throws MailboxException {
        this(access, new KeptSockets());
    }

    /**
     * @param access open; its secret is the access token where tokens are used
     * @param sockets end whatever goes on here when they are closed, the opening as well
     * @throws MailboxException where it cannot be opened
     */
    public ImapFolder(MailboxAccess access, KeptSockets sockets) throws MailboxException {
        this.sockets = sockets;
        if (access.trusted()) {
            sockets.trust();
        }
        store = new CheckedStore(Session.getInstance(properties(access)), access.authentication());
        try {
            store.connect(access.host(), access.port(), access.login(), access.secret());
            // Before the folder takes the connection over: the question would open another one.
            tells = store.hasCapability("IDLE");
            folder = (IMAPFolder) store.getFolder(access.folder());
            folder.open(Folder.READ_WRITE);
        } catch (AuthenticationFailedException e) {
            sockets.drop();
            throw new MailboxException(
                    access.tokens().isPresent() ? MailboxProblem.TOKEN_LOGIN : MailboxProblem.LOGIN, words(e), e);
        } catch (MessagingException e) {
            sockets.drop();
            throw failure(e);
        } catch (RuntimeException e) {
            sockets.drop();
            throw MailboxException.unexpected(e);
        }
    }

    /**
     * The library would take an access token for a password where the server wants no tokens, and room for as much as a server
     * announces before any of it has come.
     */
    private static final class CheckedStore extends IMAPStore {
        private final MailAuthentication authentication;
        private volatile long longestAnswer = LONGEST_ANSWER;

        CheckedStore(Session session, MailAuthentication authentication) {
            super(session, new URLName("imap", null, -1, null, null, null));
            this.authentication = authentication;
        }

        @Override
        protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
            if (authentication == MailAuthentication.OAUTH2 && !protocol.hasCapability("AUTH=" + XOAUTH2)) {
                throw new NoTokensException();
            }
        }

        @Override
        protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
            return new IMAPProtocol(name, host, port, session.getProperties(), isSSL, logger) {
                @Override
                protected ByteArray getResponseBuffer() {
                    return new Answer(longestAnswer);
                }
            };
        }
    }

    private static final class Answer extends ByteArray {
        private static final int USUAL = 128;
        private final long most;

        Answer(long most) {
            super(new byte[USUAL], 0, USUAL);
            this.most = most;
        }

        @Override
        public void grow(int more) {
            if (more < 0 || (long) getBytes().length + more > most) {
                throw new IllegalStateException("The server announces more than " + most + " bytes");
            }
            super.grow(more);
        }
    }

    private static final class NoTokensException extends ProtocolException {
        private static final long serialVersionUID = 1L;

        NoTokensException() {
            super("The server does not offer " + XOAUTH2);
        }
    }

    private Properties properties(MailboxAccess access) {
        var properties = new Properties();
        properties.put("mail.imap.socketFactory", sockets);
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        properties.setProperty("mail.imap.ssl.enable", String.valueOf(access.security() == MailSecurity.TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        var startTls = String.valueOf(access.security() == MailSecurity.STARTTLS);
        properties.setProperty("mail.imap.starttls.enable", startTls);
        properties.setProperty("mail.imap.starttls.required", startTls);
        if (access.authentication() == MailAuthentication.OAUTH2) {
            properties.setProperty("mail.imap.auth.mechanisms", XOAUTH2);
        }
        properties.setProperty("mail.imap.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imap.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imap.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.imap.connectionpoolsize", "1");
        // In portions, one that the server refuses would pass for the end of the mail.
        properties.setProperty("mail.imap.partialfetch", "false");
        // Reading marks nothing: a mail counts as seen when it is kept.
        properties.setProperty("mail.imap.peek", "true");
        return properties;
    }

    /** Whether the server tells of new mails by itself. */
    public boolean tells() {
        return tells;
    }

    public long uidValidity() throws MailboxException {
        try {
            return folder.getUIDValidity();
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    public int size() throws MailboxException {
        try {
            return folder.getMessageCount();
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /** The last of those that had come before, by the server's clock; 0 where there is none. */
    public long lastBefore(Instant time) throws MailboxException {
        try {
            // First: what comes meanwhile is later.
            var next = nextUid();
            // Servers search by days, in whatever zone.
            var later = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(time.minus(TWO_DAYS))));
            var dates = new FetchProfile();
            dates.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            dates.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(later, dates);
            var first = next;
            for (var message : later) {
                var uid = folder.getUID(message);
                // The server's time has no parts of a second.
                if (uid < first && !message.getReceivedDate().toInstant().isBefore(time.truncatedTo(SECONDS))) {
                    first = uid;
                }
            }
            return Math.max(0, first - 1);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private long nextUid() throws MessagingException {
        if (folder.getUIDNext() > 0) {
            return folder.getUIDNext();
        }
        var count = folder.getMessageCount();
        return count == 0 ? 1 : folder.getUID(folder.getMessage(count)) + 1;
    }

    /** A mail at the server. */
    public record Waiting(long uid, Message message) {
        /** In bytes, as the server says; very large where it does not. */
        public long size() {
            try {
                var size = message.getSize();
                return size < 0 ? Long.MAX_VALUE : size;
            } catch (MessagingException unknown) {
                return Long.MAX_VALUE;
            }
        }
    }

    /** Those after {@code lastUid}, oldest first; what was there when it was asked last is not asked for again. */
    public List<Waiting> after(long lastUid) throws MailboxException {
        try {
            // Also makes the server say what has come since.
            folder.getMessageCount();
            var messages = folder.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID);
            var sizes = new FetchProfile();
            sizes.add(FetchProfile.Item.SIZE);
            folder.fetch(messages, sizes);
            var waiting = new ArrayList<Waiting>();
            for (var message : messages) {
                var uid = message == null ? 0 : folder.getUID(message);
                // "n:*" always names the last one, even where it is before n.
                if (uid > lastUid) {
                    waiting.add(new Waiting(uid, message));
                }
            }
            return List.copyOf(waiting);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /** Empty where it is not there. */
    public Optional<Waiting> one(long uid) throws MailboxException {
        try {
            return Optional.ofNullable(folder.getMessageByUID(uid)).map(message -> new Waiting(uid, message));
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /**
     * Empty where it is gone meanwhile.
     *
     * @param mostBytes of a larger one there is only the header
     */
    public Optional<KeptMail> read(Waiting mail, long mostBytes) throws MailboxException {
        try {
            var size = mail.message().getSize();
            return Optional.of(size <= mostBytes ? all(mail.message(), size) : header(mail.message(), size));
        } catch (MessageRemovedException gone) {
            return Optional.empty();
        } catch (MessagingException e) {
            throw failure(e);
        } catch (IOException e) {
            throw failure(new MessagingException(e.getMessage(), e));
        }
    }

    private KeptMail all(Message message, int size) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.max(32, size));
        // Some servers guess at sizes.
        store.longestAnswer = LONGEST_ANSWER + 2L * size;
        try {
            message.writeTo(bytes);
        } finally {
            store.longestAnswer = LONGEST_ANSWER;
        }
        // The library takes a refusal for an empty mail.
        if (bytes.size() == 0 && size > 0) {
            throw new MessagingException("Nothing came of " + size + " bytes");
        }
        return RawMail.keep(bytes.toByteArray(), bytes.size());
    }

    private static KeptMail header(Message message, long size) throws MessagingException {
        var lines = new StringBuilder();
        for (var all = message.getAllHeaders(); all.hasMoreElements(); ) {
            var header = all.nextElement();
            lines.append(header.getName())
                    .append(": ")
                    .append(header.getValue())
                    .append("\r\n");
        }
        return RawMail.keep(lines.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), size);
    }

    /** For people who look into the mailbox with a mail program. */
    public void markSeen(Waiting mail) throws MailboxException {
        try {
            folder.setFlags(new Message[] {mail.message()}, new Flags(Flags.Flag.SEEN), true);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /** Returns when the server has told something, or throws when the connection ends. */
    public void awaitNews() throws MailboxException {
        try {
            folder.idle(true);
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    /** Makes whoever waits for news look, for not every server tells of what comes just before the waiting begins. */
    public void nudge() throws MailboxException {
        try {
            folder.doCommand(protocol -> {
                protocol.noop();
                return true;
            });
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        if (sockets.closed()) {
            return;
        }
        try {
            folder.close(false);
            store.close();
        } catch (MessagingException | IllegalStateException gone) {
            sockets.close();
        }
    }

    private static MailboxException failure(MessagingException e) {
        return new MailboxException(problem(e), words(e), e);
    }

    private static MailboxProblem problem(MessagingException e) {
        if (e instanceof FolderNotFoundException) {
            return MailboxProblem.FOLDER;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoTokensException) {
                return MailboxProblem.NO_TOKENS;
            }
            if (cause instanceof NotPublicException) {
                return MailboxProblem.NOT_ALLOWED;
            }
            if (cause instanceof SSLException
                    || String.valueOf(cause.getMessage())
                            .toUpperCase(Locale.ROOT)
                            .contains("STARTTLS")) {
                return MailboxProblem.TLS;
            }
        }
        var lost = e instanceof FolderClosedException || e instanceof StoreClosedException;
        return lost || e.getCause() instanceof IOException ? MailboxProblem.UNREACHABLE : MailboxProblem.OTHER;
    }

    private static String words(MessagingException e) {
        var words = new StringBuilder(String.valueOf(e.getMessage()));
        if (e.getCause() != null && e.getCause().getMessage() != null) {
            words.append(" | ").append(e.getCause().getMessage());
        }
        return words.toString();
    }
}
