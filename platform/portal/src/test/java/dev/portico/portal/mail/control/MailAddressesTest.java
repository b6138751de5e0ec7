package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailAddressesTest {
    private static final MailAddresses ADDRESSES = Samples.addresses("key");

    private static String token(String key, String tenant, long number, String recipient) {
        return Samples.addresses(key).tokens.token(tenant, number, recipient);
    }

    @Test
    void aTicketsMailRefersToItsThreadAndNamesItInReplyTo() {
        var envelope = ADDRESSES.envelope(Samples.HARMONY, Optional.of(1042L), Samples.ana(Languages.SPANISH));

        assertThat(envelope.sender()).isEqualTo("support@harmony.help.example");
        assertThat(envelope.senderName()).isEqualTo("Soporte de Harmony");
        assertThat(envelope.messageId()).matches("<harmony\\.1042\\.[a-z2-7]{26}@harmony\\.help\\.example>");
        assertThat(envelope.messageId()).contains("." + envelope.id() + "@");
        assertThat(envelope.thread()).isEqualTo("<harmony.1042@harmony.help.example>");
        assertThat(envelope.replyTo()).matches("support\\+1042\\.[a-z2-7]{16}@harmony\\.help\\.example");
    }

    @Test
    void aMailWithoutATicketHasNoThread() {
        var envelope = ADDRESSES.envelope(Samples.HARMONY, Optional.empty(), Samples.ana(Languages.ENGLISH));

        assertThat(envelope.messageId()).matches("<harmony\\.mail\\.[a-z2-7]{26}@harmony\\.help\\.example>");
        assertThat(envelope.thread()).isEmpty();
        assertThat(envelope.replyTo()).isEqualTo("support@harmony.help.example");
    }

    @Test
    void twoMailsNeverShareAnId() {
        var one = ADDRESSES.envelope(Samples.HARMONY, Optional.of(1L), Samples.ana(Languages.ENGLISH));
        var other = ADDRESSES.envelope(Samples.HARMONY, Optional.of(1L), Samples.ana(Languages.ENGLISH));

        assertThat(one.messageId()).isNotEqualTo(other.messageId());
        assertThat(one.replyTo()).isEqualTo(other.replyTo());
    }

    @Test
    void namesAndAddressesCannotStartAnotherHeader() {
        var to = new Recipient(
                "Eve\r\nBcc: a@b.example", "eve@acme.example\nBcc: a@b.example", Languages.ENGLISH, ZoneOffset.UTC);

        var envelope = ADDRESSES.envelope(Samples.HARMONY, Optional.of(1L), to);

        assertThat(envelope.recipientName()).isEqualTo("Eve Bcc: a@b.example");
        assertThat(envelope.recipient()).isEqualTo("eve@acme.example Bcc: a@b.example");
    }

    @Test
    void aTokenIsStableAndIgnoresTheAddressesCase() {
        assertThat(token("key", "harmony", 7, "ivan@acme.example"))
                .isEqualTo("vutslgbmxpdh7sof")
                .isEqualTo(token("key", "harmony", 7, " IVAN@Acme.example "));
    }

    @Test
    void aTokenIsOfOneKeyTenantTicketAndRecipient() {
        assertThat(List.of(
                        token("key", "harmony", 7, "ana@acme.example"),
                        token("other", "harmony", 7, "ana@acme.example"),
                        token("key", "bmc", 7, "ana@acme.example"),
                        token("key", "harmony", 8, "ana@acme.example"),
                        token("key", "harmony", 7, "bea@acme.example")))
                .doesNotHaveDuplicates();
    }

    @Test
    void base32IsThatOfTheStandardInLowerCase() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("mzxw6ytboi");
        assertThat(Base32.encode(new byte[] {-1, -1, -1, -1, -1})).isEqualTo("77777777");
    }
}
