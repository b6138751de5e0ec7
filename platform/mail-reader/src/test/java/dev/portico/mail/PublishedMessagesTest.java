package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class PublishedMessagesTest {

    private final MailReader reader = new MailReader(Limits.USUAL);

    @Test
    void readsEachOfMime4j() {
        var messages = PublishedMessages.ofMime4j();
        assertThat(messages).as("as many as there are in 0.8.14").hasSizeGreaterThanOrEqualTo(80);
        messages.forEach(this::reads);
    }

    @Test
    void readsEachOfTika() {
        var messages = PublishedMessages.ofTika();
        assertThat(messages).as("as many as there are in 3.2.3").hasSizeGreaterThanOrEqualTo(20);
        messages.forEach(this::reads);
    }

    private void reads(String name, byte[] raw) {
        var mail = Mails.readInTime(raw);
        assertThat(mail.files())
                .as(name)
                .allSatisfy(file -> assertThat(file.content().size()).isGreaterThanOrEqualTo(0));
    }

    @Test
    void readsWhatIsInThem() {
        var messages = PublishedMessages.ofMime4j();
        var png = reader.read(messages.get("testmsgs/example.msg"));
        assertThat(png.subject()).isEqualTo("This is an example of a multipart mixed email with image content");
        assertThat(png.files()).extracting(AttachedFile::name).containsExactly("blob.png", "blob.png", "rhubarb.txt");
        var russian = reader.read(messages.get("testmsgs/russian-headers.msg"));
        assertThat(russian.files()).extracting(AttachedFile::name).containsExactly("Список.doc");
        var without = reader.read(messages.get("testmsgs/malformedHeader-noheader.msg"));
        assertThat(without.body().text()).contains("recognized as body");
        var bounce = reader.read(messages.get("mimetools-testmsgs/badbound.msg"))
                .automatic()
                .orElseThrow();
        assertThat(bounce.kind()).isEqualTo(Automatic.Kind.REPORT);
        assertThat(bounce.bounce().orElseThrow().recipient()).contains("pnet@uscom.com");
        var jira = reader.read(PublishedMessages.ofTika().get("test-documents/testRFC822"));
        assertThat(jira.body().said()).hasSizeLessThan(jira.body().text().length() / 2);
    }

    @Test
    void opensWinmail() {
        var raw = new ByteArrayOutputStream();
        raw.writeBytes(Mails.bytes("Subject: Outlook\nContent-Type: application/ms-tnef; name=winmail.dat\n\n"));
        raw.writeBytes(PublishedMessages.winmail());
        var mail = reader.read(raw.toByteArray());
        assertThat(mail.files())
                .extracting(AttachedFile::name)
                .containsExactly("quick.doc", "quick.html", "quick.pdf", "quick.txt", "quick.xml");
        assertThat(mail.body().text()).startsWith("These are five files.");
        assertThat(mail.files())
                .filteredOn(file -> file.name().equals("quick.txt"))
                .singleElement()
                .satisfies(file -> assertThat(Mails.content(file)).contains("quick brown fox"));
        assertThat(mail.flaws()).doesNotContain(Flaw.TNEF);
    }
}
