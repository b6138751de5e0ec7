package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @Test
    void readsAMailInOrder() {
        var mail = Mails.readWith(
                "In-Reply-To: <3@h.example>\nReferences: <1@h.example>\n <2@h.example> <3@h.example>\nCc: =?utf-8?q?Luis_Ñ?= <Luis@ACME.example>,\n \"Ortega, Eva\" <eva@ñandú.example>\nContent-Language: es-ES\n\n24.3");
        assertThat(mail.messageId()).contains("<1@acme.example>");
        assertThat(mail.references()).containsExactly("<3@h.example>", "<2@h.example>", "<1@h.example>");
        assertThat(mail.from()).contains(new MailAddress("ana@acme.example", "Ana Pérez"));
        assertThat(mail.to()).containsExactly(new MailAddress("support@harmony.example", ""));
        assertThat(mail.cc())
                .containsExactly(
                        new MailAddress("Luis@acme.example", "Luis Ñ"),
                        new MailAddress("eva@xn--and-6ma2c.example", "Ortega, Eva"));
        assertThat(mail.date()).contains(Instant.parse("2025-11-03T09:15:00Z"));
        assertThat(mail.subject()).isEqualTo("Upload fails");
        assertThat(mail.language()).contains(Locale.forLanguageTag("es"));
        assertThat(mail.automatic()).isEmpty();
        assertThat(mail.flaws()).isEmpty();
    }

    static Stream<Arguments> subjects() {
        return Stream.of(
                Arguments.of("=?utf-8?Q?Producci=C3=B3n_ca=C3=ADda?=", "Producción caída"),
                Arguments.of("=?UTF-8?B?UHJvZHVjY2nDs24=?= =?UTF-8?B?IGNhw61kYQ==?=", "Producción caída"),
                Arguments.of("=?UTF-8?B?UHJvZHVjY2nD?=\n =?UTF-8?B?s24gY2HDrWRh?=", "Producción caída"),
                Arguments.of("=?iso-8859-1?Q?Precio_en_=80?=", "Precio en €"),
                Arguments.of("=?iso-8859-1*es?Q?a=F1o?= nuevo", "año nuevo"),
                Arguments.of("=?utf-8?Q?with spaces =C3=B1?=", "with spaces ñ"),
                Arguments.of("=?unknown?Q?a=C3=B1o?=", "año"),
                Arguments.of("=?utf-8?B?YcOxb?=", "añ"),
                Arguments.of("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
                Arguments.of("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
                Arguments.of("a =?= b =??= c =?utf-8?Q??= d", "a =?= b =??= c d"),
                Arguments.of("año sin codificar", "año sin codificar"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void decodesSubjects(String encoded, String subject) {
        assertThat(Mails.read("Subject: " + encoded + "\n\nx").subject()).isEqualTo(subject);
    }

    @Test
    void decodesHeadersOfUnnamedCharset() {
        var raw = ("Subject: Producci\u00f3n ca\u00edda en el a\u00f1o de la se\u00f1al\r\n\r\nx")
                .getBytes(StandardCharsets.ISO_8859_1);
        var mail = Mails.read(raw);
        assertThat(mail.subject()).isEqualTo("Producción caída en el año de la señal");
        assertThat(mail.flaws()).contains(Flaw.HEADER_CHARSET);
    }

    @Test
    void makesHeadersOneLineWithoutControls() {
        var mail = Mails.read(
                "Subject: =?utf-8?Q?a=0D=0ABcc:_evil=40x.example=00=1B[31m_=E2=80=AEgpj.exe=E2=81=A6=E2=80=A8b?=\n"
                        + "From: =?utf-8?Q?Ana=0ACc=3A_x?= <ana@acme.example>\nMessage-ID: <a\0b@x>\n\nx");
        assertThat(mail.subject()).isEqualTo("a Bcc: evil@x.example[31m gpj.exe b");
        assertThat(mail.from().orElseThrow().name()).isEqualTo("Ana Cc: x");
        assertThat(mail.messageId().orElseThrow()).doesNotContain("\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@x.example, b@x.example",
                "From: a@x.example\nFrom: b@x.example",
                "From: a@x.example\nFrom: a@x.example",
                "From: undisclosed-recipients:;",
                "From: Ana",
                "From: \"a b\"@x.example",
                "From: <ana@>",
                "From: <ana@x..example>",
                "From: <ana@-x.example>",
                "From: <@evil.example:>",
                "X-From: ana@acme.example"
            })
    void hasNoSenderUnlessThereIsExactlyOne(String header) {
        var mail = Mails.read(header + "\n\nx");
        assertThat(mail.from()).isEmpty();
        assertThat(mail.flaws()).contains(Flaw.SENDER);
    }

    @Test
    void tellsAddressesApartBeforeItDecodesNames() {
        var mail = Mails.read("From: =?utf-8?Q?ceo=40harmony.example=3E=2C_=3Cx?= <mallory@evil.example>\n\nx");
        assertThat(mail.from()).contains(new MailAddress("mallory@evil.example", "ceo@harmony.example>, <x"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("windows-1252", "iso-8859-1", "Cuesta 5 € – «señal»"),
                text(
                        "windows-1252",
                        "us-ascii",
                        "La producción está caída desde ayer por la mañana, el señor Núñez lo sabe"),
                text("windows-1252", "", "La producción está caída desde ayer por la mañana, el señor Núñez lo sabe"),
                text(
                        "windows-1252",
                        "utf-8",
                        "La producción está caída desde ayer por la mañana, el señor Núñez lo sabe"),
                text(
                        "windows-1252",
                        "x-unknown",
                        "La producción está caída desde ayer por la mañana, el señor Núñez lo sabe"),
                text("UTF-8", "", "producción"),
                text("UTF-8", "iso-8859-1", "producción “caída”"),
                text("UTF-8", "us-ascii", "año"),
                text("UTF-8", "not a charset!", "año"),
                text("UTF-8", "utf-8", "año"),
                text("UTF-16LE", "utf-16le", "año"),
                text("ISO-8859-15", "iso-8859-15", "5 €"),
                text("windows-1251", "windows-1251", "Привет"),
                text("GB18030", "gb2312", "你好"),
                text("ISO-2022-JP", "iso-2022-jp", "こんにちは"));
    }

    private static Arguments text(String written, String declared, String text) {
        return Arguments.of(written, declared, text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsTextInTheCharsetThatItIsIn(String written, String declared, String text) {
        var raw = new ByteArrayOutputStream();
        raw.writeBytes(
                ("Content-Type: text/plain" + (declared.isEmpty() ? "" : "; charset=\"" + declared + "\"") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(text.getBytes(Charset.forName(written)));
        assertThat(Mails.read(raw.toByteArray()).body().text()).isEqualTo(text);
    }

    @Test
    void saysWhichCharsetWasWrong() {
        var unknown = Mails.read("Content-Type: text/plain; charset=nonsense\n\naño");
        assertThat(unknown.flaws()).contains(Flaw.CHARSET_UNKNOWN).doesNotContain(Flaw.CHARSET_WRONG);
        assertThat(Mails.read("Content-Type: text/plain; charset=iso-8859-1\n\naño")
                        .flaws())
                .contains(Flaw.CHARSET_WRONG);
        assertThat(Mails.read("Content-Type: text/plain; charset=utf-8\n\naño").flaws())
                .doesNotContain(Flaw.CHARSET_WRONG, Flaw.CHARSET_UNKNOWN);
    }

    @Test
    void readsBrokenTransferEncodings() {
        assertThat(Mails.read("Content-Transfer-Encoding: base64\n\nSGVs*bG8\n=")
                        .body()
                        .text())
                .startsWith("Hel");
        assertThat(Mails.read("Content-Transfer-Encoding: quoted-printable\n\na=ZZb=C3=B1=\n c=")
                        .body()
                        .text())
                .startsWith("a=ZZbñ c");
        var unknown = Mails.read("Content-Transfer-Encoding: x-yenc\n\nHello");
        assertThat(unknown.body().text()).isEqualTo("Hello");
        assertThat(unknown.flaws()).contains(Flaw.TRANSFER_ENCODING);
    }

    @Test
    void boundsReferences() {
        var references = new StringBuilder("References:");
        for (var i = 0; i < 500; i++) {
            references.append("\n <").append(i).append("@x.example>");
        }
        var mail = Mails.read(references + "\n\nx");
        assertThat(mail.references()).hasSize(50).startsWith("<499@x.example>").doesNotHaveDuplicates();
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("Hello, the upload does not work since Monday. Can you help?", Optional.of("en")),
                Arguments.of("Thanks, it works.", Optional.of("en")),
                Arguments.of("Hola, la subida no funciona desde el lunes. ¿Pueden ayudarnos?", Optional.of("es")),
                Arguments.of("Muchas gracias, ya funciona.", Optional.of("es")),
                Arguments.of("La producción está caída y los usuarios no pueden entrar al portal", Optional.of("es")),
                Arguments.of("24.3.1", Optional.empty()),
                Arguments.of("ok", Optional.empty()),
                Arguments.of("NullPointerException at com.acme.Main.main(Main.java:5)", Optional.empty()),
                Arguments.of(
                        "Olá, não consigo entrar com a minha conta, vocês podem ajudar? Obrigado", Optional.empty()),
                Arguments.of(
                        "Bonjour, je ne peux pas me connecter avec mon compte, merci de nous aider", Optional.empty()),
                Arguments.of("Guten Tag, ich kann mich nicht anmelden, bitte helfen Sie mir, danke", Optional.empty()),
                Arguments.of("the and is el los con", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void recognizesLanguages(String text, Optional<String> language) {
        assertThat(Mails.read("Content-Type: text/plain; charset=utf-8\n\n" + text)
                        .language()
                        .map(Locale::toLanguageTag))
                .isEqualTo(language);
    }

    @Test
    void believesTheTextMoreThanItsHeader() {
        var mail = Mails.read(
                "Content-Language: en-US\nContent-Type: text/plain; charset=utf-8\n\nHola, la subida no funciona desde el lunes, gracias.");
        assertThat(mail.language()).contains(Locale.forLanguageTag("es"));
    }
}
