package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.mailbox.entity.KeptMail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawMailTest {
    private static final String MAIL = "Message-ID: <a@b>\r\nSubject: Hola\r\n\r\nBody\r\n";

    @Test
    void whatARelayAddsToTheHeaderMakesNoOtherMail() {
        var relayed = keep("Received: from there\r\n" + MAIL);
        assertThat(relayed.messageId()).isEqualTo("<a@b>");
        assertThat(relayed.bodyHash()).isEqualTo(keep(MAIL).bodyHash());
    }

    @Test
    void anotherBodyOrMessageIdMakesAnotherMail() {
        assertThat(keep(MAIL.replace("Body", "body")).bodyHash())
                .isNotEqualTo(keep(MAIL).bodyHash());
        assertThat(keep(MAIL.replace("a@b", "c@d")).messageId()).isNotEqualTo("<a@b>");
    }

    @Test
    void withoutMessageIdAllOfItCounts() {
        var one = keep("From: a@b\r\n\r\nHelp!");
        assertThat(one.messageId()).isEmpty();
        assertThat(one.bodyHash()).isNotEqualTo(keep("From: c@d\r\n\r\nHelp!").bodyHash());
    }

    @Test
    void whateverStandsThereCanBeStored() {
        assertThat(keep("Message-ID: <a\0\t\r\n b@c>\r\n\r\n").messageId()).isEqualTo("<ab@c>");
        assertThat(keep("Message-ID: <" + "x".repeat(5_000) + ">\r\n\r\n").messageId())
                .hasSize(500);
        assertThat(keep("").messageId()).isEmpty();
        assertThat(keep("\0\1\2").messageId()).isEmpty();
    }

    private static KeptMail keep(String raw) {
        var bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        return RawMail.keep(bytes, bytes.length);
    }
}
