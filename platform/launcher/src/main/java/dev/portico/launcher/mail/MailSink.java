package dev.portico.launcher.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Takes any mail by SMTP, keeps it on disk and offers it by IMAP. The mailboxes that it is given have their passwords; any
 * other address that has mail logs in with itself as the password. Each also opens with an access token of its owner. What
 * follows a "+" in an address leads to the same box.
 */
public final class MailSink implements AutoCloseable {
    private static final Pattern DETAIL = Pattern.compile("\\+[^@]*@");

    private final MailStore store;
    private final MailPage page;
    private final SinkServers servers;
    private final Map<String, String> mailboxes;
    private final TokenCheck tokens;
    private boolean running;

    private MailSink(
            Path folder,
            int pagePort,
            int smtpPort,
            int imapPort,
            Map<String, String> mailboxes,
            TokenCheck tokens,
            HttpHandler neighbour) {
        this.store = new MailStore(folder);
        this.servers = new SinkServers(smtpPort, imapPort);
        this.mailboxes = Map.copyOf(mailboxes);
        this.tokens = tokens;
        var users = servers.getUserManager();
        this.mailboxes.keySet().forEach(address -> user(users, address));
        users.setMessageDeliveryHandler((message, recipient) -> take(users, message, recipient));
        offerAll(users, recipient -> true);
        this.page = MailPage.start(store, pagePort, neighbour);
    }

    /**
     * Starts all three; mails of earlier starts are there again.
     *
     * @param mailboxes passwords by address, in lower case
     * @param neighbour answers below {@code /status} at the page's port
     */
    public static MailSink start(
            Path folder,
            int pagePort,
            int smtpPort,
            int imapPort,
            Map<String, String> mailboxes,
            TokenCheck tokens,
            HttpHandler neighbour) {
        var sink = new MailSink(folder, pagePort, smtpPort, imapPort, mailboxes, tokens, neighbour);
        try {
            sink.startSmtp();
        } catch (RuntimeException e) {
            sink.page.close();
            throw e;
        }
        return sink;
    }

    /** Also stops IMAP: both share one mailbox. The page stays. */
    public synchronized void stopSmtp() {
        servers.stop();
        running = false;
    }

    public synchronized void startSmtp() {
        if (!running) {
            servers.start();
            running = true;
        }
    }

    /** All mails there have other numbers afterwards, and nobody has seen any. Whoever is connected is sent away. */
    public synchronized void renumber(String address) {
        stopSmtp();
        awaitNextNumbering();
        var users = servers.getUserManager();
        users.deleteUser(user(users, address));
        offerAll(users, address::equals);
        startSmtp();
    }

    /** The second in which a mailbox was made names its numbering. */
    private static void awaitNextNumbering() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called for each recipient; the mail is stored before the first one's answer. */
    private GreenMailUser take(UserManager users, MovingMessage message, MailAddress recipient)
            throws MessagingException {
        var recipients =
                message.getToAddresses().stream().map(MailAddress::getEmail).toList();
        if (recipients.get(0).equals(recipient.getEmail())) {
            store.add(message.getMessage(), recipients);
        }
        return user(users, recipient.getEmail());
    }

    /** Oldest first, as they came. */
    private void offerAll(UserManager users, Predicate<String> mailbox) {
        var mails = new ArrayList<>(store.all());
        Collections.reverse(mails);
        for (var mail : mails) {
            mail.recipients().stream()
                    .map(MailSink::mailbox)
                    .filter(mailbox)
                    .forEach(address -> offer(user(users, address), mail));
        }
    }

    private void offer(GreenMailUser user, StoredMail mail) {
        try {
            user.deliver(new MimeMessage(MailStore.SESSION, new ByteArrayInputStream(store.bytes(mail))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mailbox(String recipient) {
        return DETAIL.matcher(recipient.toLowerCase(Locale.ROOT)).replaceFirst("@");
    }

    private GreenMailUser user(UserManager users, String recipient) {
        var address = mailbox(recipient);
        var known = users.getUserByEmail(address);
        if (known != null) {
            return known;
        }
        var password = mailboxes.getOrDefault(address, address);
        try {
            var user = users.createUser(address, address, password);
            // Asked for what comes by LOGIN as well as by XOAUTH2.
            ((UserImpl) user).setTokenValidator(proof -> proof.equals(password) || tokens.opens(address, proof));
            return user;
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Newest first. */
    public List<StoredMail> mails() {
        return store.all();
    }

    public void clear() {
        store.clear();
    }

    @Override
    public void close() {
        stopSmtp();
        page.close();
    }
}
