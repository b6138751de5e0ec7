package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Of servers that announce more than they said: the library alone would make room for it at once. */
class AnnouncedSizeTest {
    private static final String ANNOUNCED = "{1500000000}\r\n";

    @Test
    void aMailGetsRoomForWhatItsServerSaidOfIt() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = CompletableFuture.runAsync(() -> serve(door, "* OK Hello\r\n"));
            try (var folder = new ImapFolder(access(door.getLocalPort()))) {
                var mail = folder.after(0).get(0);
                assertThat(mail.size()).isEqualTo(100);
                assertThatThrownBy(() -> folder.read(mail, 1_000))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("announces more");
            }
            talk.join();
        }
    }

    @Test
    void aGreetingGetsNoneEither() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = CompletableFuture.runAsync(() -> serve(door, "* OK " + ANNOUNCED));
            var failure =
                    catchThrowableOfType(MailboxException.class, () -> new ImapFolder(access(door.getLocalPort())));
            assertThat(failure.problem()).isEqualTo(MailboxProblem.OTHER);
            assertThat(failure).hasMessageContaining("announces more");
            talk.join();
        }
    }

    /** Until the other side ends the connection. */
    private static void serve(ServerSocket door, String greeting) {
        try (var talk = door.accept();
                var in = new BufferedReader(new InputStreamReader(talk.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = talk.getOutputStream();
            out.write(greeting.getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.write((answer(line.substring(line.indexOf(' ') + 1))
                                .replace("DONE", line.split(" ")[0] + " OK Done\r\n"))
                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException ended) {
            // As it is to be.
        }
    }

    private static String answer(String command) {
        if (command.startsWith("CAPABILITY")) {
            return "* CAPABILITY IMAP4rev1\r\nDONE";
        }
        if (command.startsWith("SELECT")) {
            return "* 1 EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 2]\r\nDONE";
        }
        if (command.startsWith("UID FETCH")) {
            return "* 1 FETCH (UID 1)\r\nDONE";
        }
        if (command.contains("RFC822.SIZE")) {
            return "* 1 FETCH (RFC822.SIZE 100)\r\nDONE";
        }
        return command.contains("BODY") ? "* 1 FETCH (BODY[] " + ANNOUNCED : "DONE";
    }

    private static MailboxAccess access(int port) {
        return new MailboxAccess("127.0.0.1", port, MailSecurity.NONE, "support", "secret", "INBOX").atTrustedHost();
    }
}
