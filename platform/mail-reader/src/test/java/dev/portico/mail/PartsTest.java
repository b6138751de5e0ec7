package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartsTest {

    @Test
    void readsTheUsualMailOfAMailProgram() {
        var mail = Mails.readWith("""
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=utf-8

                Hola
                --a
                Content-Type: text/html; charset=utf-8

                <p>Hola <img src="cid:logo%40acme" alt="Acme"></p>
                --a
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --a--
                --r
                Content-Type: image/png; name=logo.png
                Content-ID: <logo@acme>
                Content-Transfer-Encoding: base64

                AAEC
                --r
                Content-Type: image/png; name=unused.png
                Content-ID: <unused@acme>

                x
                --r--
                --m
                Content-Type: message/rfc822

                Subject: Log of =?utf-8?q?ma=C3=B1ana?=

                inner
                --m
                Content-Type: text/plain; name="notes.txt"
                Content-Disposition: attachment

                notes
                --m--
                """);
        assertThat(mail.body().text()).isEqualTo("Hola");
        assertThat(mail.body().html()).contains("<p>Hola <img src=\"cid:logo@acme\" alt=\"Acme\"></p>");
        assertThat(mail.files())
                .extracting(AttachedFile::name)
                .containsExactly("invite.ics", "logo.png", "unused.png", "Log of mañana.eml", "notes.txt");
        var logo = mail.files().get(1);
        assertThat(logo.contentId()).contains("logo@acme");
        assertThat(logo.inline()).isTrue();
        assertThat(logo.content().size()).isEqualTo(3);
        assertThat(logo.content().open()).hasBinaryContent(new byte[] {0, 1, 2});
        assertThat(mail.files().get(2).contentId()).isEmpty();
        assertThat(Mails.content(mail.files().get(3))).contains("inner");
        assertThat(mail.flaws()).isEmpty();
    }

    @Test
    void readsSignedMails() {
        for (var type : new String[] {"application/pkcs7-signature", "application/pgp-signature"}) {
            var mail = Mails.readWith("Content-Type: multipart/signed; boundary=b\n\n--b\n\nSigned\n--b\nContent-Type: "
                    + type + "; name=s\n\nx\n--b--\n");
            assertThat(mail.body().text()).isEqualTo("Signed");
            assertThat(mail.files()).isEmpty();
        }
    }

    @Test
    void keepsEncryptedMails() {
        var mail = Mails.readWith(
                "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\nx\n--b--\n");
        assertThat(mail.body().text()).isEmpty();
        assertThat(mail.files()).extracting(AttachedFile::name).contains("encrypted.asc");
        assertThat(mail.flaws()).containsExactly(Flaw.ENCRYPTED);
    }

    @Test
    void readsWhatAnInvitationSays() {
        var mail = Mails.readWith(
                "Content-Type: text/calendar; charset=utf-8\n\nBEGIN:VEVENT\nSUMMARY:Reunión\nDESCRIPTION;LANGUAGE=es:Uno\\ndos\\, t\n res\nEND:VEVENT\n");
        assertThat(mail.body().text()).isEqualTo("Reunión\nUno\ndos, tres");
        assertThat(mail.files()).extracting(AttachedFile::name).containsExactly("invite.ics");
    }

    @Test
    void joinsFlowingLines() {
        var mail = Mails.readWith(
                "Content-Type: text/plain; format=flowed\n\nOne \nline\n\n From space\n> quoted \n> line\n-- \nAna\n");
        assertThat(mail.body().text()).isEqualTo("One line\n\nFrom space\n> quoted line\n-- \nAna");
    }

    @Test
    void joinsTextsAroundAFile() {
        var mail = Mails.readWith(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nabove\n--b\nContent-Type: image/png\n\nx\n--b\n\nbelow\n--b--\n");
        assertThat(mail.body().text()).isEqualTo("above\n\nbelow");
        assertThat(mail.body().html()).isEmpty();
    }

    @Test
    void prefersThePlainTextUnlessItIsEmpty() {
        var mail = Mails.readWith(
                "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n   \n--b\nContent-Type: text/html\n\n<p>From HTML\n--b--\n");
        assertThat(mail.body().text()).isEqualTo("From HTML");
    }

    @Test
    void readsBrokenStructures() {
        assertThat(Mails.readWith("Content-Type: multipart/mixed\n\nNo boundary")
                        .body()
                        .text())
                .isEqualTo("No boundary");
        assertThat(Mails.readWith("Content-Type: multipart/mixed; boundary=b\n\nNo part")
                        .body()
                        .text())
                .isEqualTo("No part");
        assertThat(Mails.readWith("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nNo end")
                        .body()
                        .text())
                .isEqualTo("No end");
        assertThat(Mails.readWith("Content-Type: nonsense\n\nText").body().text())
                .isEqualTo("Text");
        assertThat(Mails.read("").body()).isEqualTo(new Body("", "", java.util.Optional.empty()));
        assertThat(Mails.read("\n\n").files()).isEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("filename=\"report.pdf\"", "report.pdf"),
                Arguments.of("filename*=utf-8'es'a%C3%B1o%20nuevo.pdf", "año nuevo.pdf"),
                Arguments.of("filename*0*=iso-8859-1''a%F1; filename*1=o; filename*2*=%2Epdf", "año.pdf"),
                Arguments.of("filename*2=c; filename*0=a; filename*1=b", "abc"),
                Arguments.of("filename=\"=?utf-8?Q?a=C3=B1o.pdf?=\"", "año.pdf"),
                Arguments.of("filename=\"año.pdf\"", "año.pdf"),
                Arguments.of("filename=plain.txt; filename*=utf-8''extended.txt", "extended.txt"),
                Arguments.of("filename*=utf-8''%", "%"),
                Arguments.of("filename=\"../../etc/passwd\"", "passwd"),
                Arguments.of("filename=\"C:\\\\windows\\\\a.exe\"", "a.exe"),
                Arguments.of("filename=\"..\"", "attachment.bin"),
                Arguments.of("filename=\".htaccess\"", "htaccess"),
                Arguments.of("filename*=utf-8''a%00b%0D%0Ac%E2%80%AEfdp.exe", "ab cfdp.exe"),
                Arguments.of("filename=\"a<b>:c|d?.txt\"", "a_b__c_d_.txt"),
                Arguments.of("filename=\"" + "a".repeat(500) + ".docx\"", "a".repeat(115) + ".docx"),
                Arguments.of("x=y", "attachment.bin"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesFiles(String parameter, String name) {
        var mail = Mails.readWith(
                "Content-Type: application/x-thing\nContent-Disposition: attachment; " + parameter + "\n\nx");
        assertThat(mail.files()).extracting(AttachedFile::name).containsExactly(name);
    }
}
