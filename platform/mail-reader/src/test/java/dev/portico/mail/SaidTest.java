package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SaidTest {

    private static final String ENGLISH = "It works now, thank you.\n\nOne more question: where is the log?";
    private static final String SPANISH = "Ya funciona, gracias.\n\nOtra pregunta: ¿dónde está el registro?";

    /** What programs put between a reply and the mail that it answers. */
    static Stream<Arguments> histories() {
        return Stream.of(
                history(
                        "Gmail",
                        "On Mon, 3 Nov 2025 at 10:15, Harmony Support <support@harmony.example> wrote:\n\n> Please try again.\n>\n> Ana"),
                history(
                        "Gmail, US",
                        "On Mon, Nov 3, 2025 at 10:15 AM Harmony Support <support@harmony.example> wrote:\n\n> Please try again."),
                history(
                        "Gmail, wrapped",
                        "On Mon, Nov 3, 2025 at 10:15 AM Harmony Support <\nsupport+0123456789abcdef0123456789abcdef@harmony.example> wrote:\n\n> Please try again."),
                history(
                        "Gmail, wrapped over three lines",
                        "On Mon, Nov 3, 2025 at 10:15 AM\nHarmony Support of Customers with a Long Name\n<support@harmony.example> wrote:\n> Please try again."),
                history(
                        "Gmail es",
                        "El lun, 3 nov 2025 a las 10:15, Soporte de Harmony (<support@harmony.example>) escribió:\n\n> Inténtelo de nuevo.\n>\n> Ana"),
                history(
                        "Gmail es, plain",
                        "El lun, 3 nov 2025 a las 10:15, Soporte <support@harmony.example> escribió:\n> Inténtelo."),
                history(
                        "Gmail es, wrapped",
                        "El lun, 3 nov 2025 a las 10:15, Soporte de Harmony (<\nsupport+0123456789abcdef0123456789abcdef@harmony.example>) escribió:\n\n> Inténtelo."),
                history(
                        "Gmail es, decomposed accent",
                        "El lun, 3 nov 2025 a las 10:15, Soporte escribio\u0301:\n\n> Inténtelo."),
                history(
                        "Gmail, of old",
                        "2025-11-03 10:15 GMT+01:00 Soporte <support@harmony.example>:\n\n> Inténtelo."),
                history(
                        "Apple Mail",
                        "> On 3 Nov 2025, at 10:15, Harmony Support <support@harmony.example> wrote:\n> \n> Please try again."),
                history(
                        "Apple Mail es",
                        "> El 3 nov 2025, a las 10:15, Soporte <support@harmony.example> escribió:\n> \n> Inténtelo."),
                history(
                        "Apple Mail, not quoted",
                        "On Nov 3, 2025, at 10:15 AM, Harmony Support <support@harmony.example> wrote:\n\nPlease try again.\n\nAna"),
                history("Thunderbird", "On 11/3/25 10:15 AM, Harmony Support wrote:\n> Please try again."),
                history(
                        "Thunderbird es",
                        "El 3/11/25 a las 10:15, Soporte <support@harmony.example> escribió:\n> Inténtelo."),
                history(
                        "Yahoo",
                        "    On Monday, November 3, 2025 at 10:15:22 AM CET, Harmony Support <support@harmony.example> wrote:  \n \n Please try again."),
                history(
                        "Yahoo es",
                        "    El lunes, 3 de noviembre de 2025, 10:15:22 CET, Soporte <support@harmony.example> escribió:  \n \n Inténtelo."),
                history(
                        "Outlook",
                        "From: Harmony Support <support@harmony.example>\nSent: Monday, November 3, 2025 10:15 AM\nTo: Ana Pérez <ana@acme.example>\nSubject: RE: Upload fails\n\nPlease try again."),
                history(
                        "Outlook es",
                        "De: Soporte <support@harmony.example>\nEnviado el: lunes, 3 de noviembre de 2025 10:15\nPara: Ana Pérez <ana@acme.example>\nAsunto: RE: Upload fails\n\nInténtelo."),
                history(
                        "Outlook es, Cc and wrapped",
                        "De: Soporte <support@harmony.example>\nEnviado: lunes, 3 de noviembre de 2025 10:15\nPara: Ana Pérez <ana@acme.example>; Luis Ortega\n<luis@acme.example>\nCC: Marta <marta@acme.example>\nAsunto: RE: Upload fails\n\nInténtelo."),
                history(
                        "Outlook on the web",
                        "________________________________\nFrom: Harmony Support <support@harmony.example>\nSent: Monday, November 3, 2025 10:15 AM\nTo: Ana Pérez <ana@acme.example>\nSubject: Re: Upload fails\n\nPlease try again."),
                history(
                        "Outlook on the web es",
                        "________________________________\nDe: Soporte <support@harmony.example>\nEnviado: lunes, 3 de noviembre de 2025 10:15\nPara: Ana Pérez <ana@acme.example>\nAsunto: Re: Upload fails\n\nInténtelo."),
                history(
                        "Outlook, bold as text",
                        "*From:* Harmony Support <support@harmony.example>\n*Sent:* Monday, November 3, 2025 10:15 AM\n*To:* Ana Pérez\n*Subject:* RE: Upload fails\n\nPlease try again."),
                history(
                        "Outlook for Mac",
                        "From: Harmony Support <support@harmony.example>\nDate: Monday, 3 November 2025 at 10:15\nTo: Ana Pérez <ana@acme.example>\nSubject: Re: Upload fails\n\nPlease try again."),
                history(
                        "Outlook for Mac es",
                        "De: Soporte <support@harmony.example>\nFecha: lunes, 3 de noviembre de 2025, 10:15\nPara: Ana Pérez <ana@acme.example>\nAsunto: Re: Upload fails\n\nInténtelo."),
                history(
                        "Outlook Express",
                        "-----Original Message-----\nFrom: Harmony Support\nSent: Monday, November 3, 2025 10:15 AM\nTo: Ana\nSubject: Upload fails\n\nPlease try again."),
                history(
                        "Outlook Express es",
                        "-----Mensaje original-----\nDe: Soporte\nEnviado el: lunes, 3 de noviembre de 2025 10:15\nPara: Ana\nAsunto: Upload fails\n\nInténtelo."),
                history(
                        "Samsung",
                        "-------- Original message --------\nFrom: Harmony Support <support@harmony.example>\nDate: 03/11/2025 10:15 (GMT+01:00)\nTo: ana@acme.example\nSubject: Upload fails\n\nPlease try again."),
                history(
                        "Samsung es",
                        "-------- Mensaje original --------\nDe: Soporte <support@harmony.example>\nFecha: 3/11/25 10:15 (GMT+01:00)\nPara: ana@acme.example\nAsunto: Upload fails\n\nInténtelo."),
                history(
                        "name first",
                        "Harmony Support <support@harmony.example> wrote on 3 November 2025 10:15:\n> Please try again."),
                history(
                        "name first es",
                        "Soporte <support@harmony.example> escribió el 3 de noviembre de 2025 a las 10:15:\n> Inténtelo."),
                history("only quoted", "> Please try again.\n> Ana\n\n> > Upload fails."),
                history(
                        "quoted, broken lines",
                        "> Please try again, and if it does not work by then send us the file\nthat you have uploaded.\n> Ana"),
                history(
                        "several",
                        "On Mon, 3 Nov 2025 at 10:15, Support <s@harmony.example> wrote:\n\n> Please try again.\n\nEl lun, 3 nov 2025 a las 9:15, Ana <ana@acme.example> escribió:\n\n> No funciona."));
    }

    private static Arguments history(String program, String history) {
        return Arguments.of(program, history);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void foldsHistoryAway(String program, String history) {
        for (var reply : new String[] {ENGLISH, SPANISH}) {
            var mail = Mails.readText(reply + "\n\n" + history + "\n");
            assertThat(mail.body().said()).as(program).isEqualTo(reply);
            assertThat(mail.body().text())
                    .as("the original stays")
                    .contains(reply)
                    .contains(history.strip()
                            .lines()
                            .reduce((one, two) -> two)
                            .orElseThrow()
                            .strip());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void staysWholeWhereNothingWouldBeLeft(String program, String history) {
        var mail = Mails.readText("\n" + history + "\n");
        assertThat(mail.body().said()).as(program).isEqualTo(mail.body().text()).isNotBlank();
    }

    static Stream<String> signatures() {
        return Stream.of(
                "-- \nAna Pérez\nAcme, S.A.",
                "--\nAna Pérez\nTel. +34 600 000 000",
                "Sent from my iPhone",
                "Sent from my iPad\n",
                "Enviado desde mi iPhone",
                "Enviado desde mi Samsung Galaxy",
                "Enviado desde mi móvil Xiaomi",
                "Sent from my Android phone with K-9 Mail. Please excuse my brevity.",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Get Outlook for Android",
                "Obtener Outlook para iOS<https://aka.ms/o0ukef>",
                "Enviado desde Outlook para Android",
                "Sent from Mail for Windows",
                "Enviado desde Correo para Windows",
                "Sent from Yahoo Mail on Android",
                "Enviado desde Yahoo Mail con Android",
                "Sent with Proton Mail secure email.",
                "Sent from Outlook for iOS\n\nGet Outlook for iOS");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void foldsSignaturesAway(String signature) {
        assertThat(Mails.readText(SPANISH + "\n\n" + signature).body().said()).isEqualTo(SPANISH);
        assertThat(Mails.readText(ENGLISH + "\n\n" + signature
                                + "\n\nOn Mon, 3 Nov 2025 at 10:15, X <x@y.example> wrote:\n> Hi")
                        .body()
                        .said())
                .isEqualTo(ENGLISH);
        assertThat(Mails.readText(ENGLISH + "\n\nEl 3/11/25 a las 10:15, X escribió:\n> Hola\n\n" + signature)
                        .body()
                        .said())
                .isEqualTo(ENGLISH);
        assertThat(Mails.readText(signature).body().said()).isEqualTo(signature.strip());
    }

    static Stream<String> whole() {
        return Stream.of(
                "See below.\n\nOn Mon, 3 Nov 2025 at 10:15, X <x@y.example> wrote:\n> Which version?\n\n24.3\n\n> Since when?\n\nSince Monday.",
                "Contesto abajo.\n\nEl lun, 3 nov 2025 a las 10:15, X <x@y.example> escribió:\n\n> ¿Qué versión?\n24.3\n> ¿Desde cuándo?\nDesde el lunes.",
                "> Which version?\n\n24.3",
                "On Mon, 3 Nov 2025 at 10:15, X <x@y.example> wrote:\n> Which version?\n\n24.3",
                "FYI\n\n---------- Forwarded message ---------\nFrom: X <x@y.example>\nDate: Mon, 3 Nov 2025 at 10:15\nSubject: Down\nTo: <ana@acme.example>\n\nThe server is down.",
                "Para su información\n\n---------- Mensaje reenviado ---------\nDe: X <x@y.example>\nFecha: lun, 3 nov 2025 a las 10:15\nAsunto: Caída\nPara: <ana@acme.example>\n\nEl servidor no responde.",
                "FYI\n\nBegin forwarded message:\n\nFrom: X <x@y.example>\nSubject: Down\nDate: 3 November 2025 at 10:15\nTo: ana@acme.example\n\nThe server is down.",
                "On Monday he wrote:\nnothing at all.",
                "On 3 November we changed the port:\n8080",
                "El lunes hablé con Juan y me escribió:\nque no funciona.",
                "From: where does it come?\nTo: whom does it go?",
                "De: lunes a viernes\nPara: todos",
                "Enviado desde la aduana el martes, sigue sin llegar.",
                "Sent from the warehouse on Monday; it has not arrived.",
                "The option is\n--verbose\nand it fails.",
                "1 > 0\nand a -> b");
    }

    @ParameterizedTest
    @MethodSource("whole")
    void leavesTheRestWhole(String text) {
        assertThat(Mails.readText(text).body().said()).isEqualTo(text);
    }

    @Test
    void leavesWhatSomebodyPassesOnWhole() {
        var rest =
                "\nContent-Type: text/plain\n\nPlease help them.\n\nFrom: X <x@y.example>\nSent: Monday\nTo: Ana\nSubject: Down\n\nThe server is down.";
        for (var subject : new String[] {"FW: Down", "Fwd: Down", "RV: Caída"}) {
            var mail = Mails.read("Subject: " + subject + rest);
            assertThat(mail.body().said()).as(subject).endsWith("The server is down.");
        }
        assertThat(Mails.read("Subject: RE: Down" + rest).body().said()).isEqualTo("Please help them.");
    }

    static Stream<Arguments> htmls() {
        return Stream.of(
                Arguments.of(
                        "Gmail",
                        "<div dir=ltr>%s</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=ltr class=gmail_attr>El lun, 3 nov 2025 a las 10:15, Soporte (&lt;<a href=\"mailto:s@h.example\">s@h.example</a>&gt;) escribió:<br></div><blockquote class=gmail_quote style=\"margin:0\"><div>Inténtelo</div></blockquote></div>"),
                Arguments.of(
                        "Outlook",
                        "<div>%s</div><div id=appendonsend></div><hr style=\"display:inline-block;width:98%%\"><div id=\"divRplyFwdMsg\"><b>Von:</b> X<br><b>Betreff:</b> Y</div><div>Inténtelo</div>"),
                Arguments.of(
                        "Outlook desktop",
                        "<div class=WordSection1><p class=MsoNormal>%s<o:p></o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>De:</b> Soporte &lt;s@h.example&gt; <br><b>Enviado el:</b> lunes, 3 de noviembre de 2025 10:15<br><b>Para:</b> Ana<br><b>Asunto:</b> RE: Fallo</p></div><p>Inténtelo</p></div>"),
                Arguments.of(
                        "Thunderbird",
                        "<p>%s</p><div class=\"moz-cite-prefix\">On 11/3/25 10:15 AM, Support wrote:<br></div><blockquote type=cite cite=\"mid:1@h.example\"><p>Inténtelo</p></blockquote>"),
                Arguments.of(
                        "Apple Mail",
                        "<div>%s</div><div><br><blockquote type=cite><div>On 3 Nov 2025, at 10:15, Support &lt;s@h.example&gt; wrote:</div><br><div>Inténtelo</div></blockquote></div>"),
                Arguments.of(
                        "Yahoo",
                        "<div>%s</div><div id=\"yahoo_quoted_123\" class=yahoo_quoted><div>Am Montag schrieb X:</div><div>Inténtelo</div></div>"),
                Arguments.of("Gmail signature", "<div>%s</div><div class=gmail_signature>Inténtelo<br>Acme</div>"),
                Arguments.of(
                        "Outlook mobile signature",
                        "<div>%s</div><div id=ms-outlook-mobile-signature>Inténtelo</div>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("htmls")
    void foldsHistoryOfHtmlAway(String program, String html) {
        var mail = Mails.readHtml("<html><body>" + html.formatted("Ya funciona, <b>gracias</b>.") + "</body></html>");
        assertThat(mail.body().said()).as(program).isEqualTo("Ya funciona, gracias.");
        assertThat(mail.body().text()).as("the original stays").contains("Inténtelo");
        assertThat(mail.body().html().orElseThrow()).contains("Inténtelo").contains("<b>gracias</b>");
    }

    @Test
    void believesTheHtmlWhereThePlainTextTellsNothing() {
        var mail = Mails.readWith("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Ya funciona
                Von: X
                Betreff: Y
                --b
                Content-Type: text/html; charset=utf-8

                <div>Ya funciona</div><div id=divRplyFwdMsg>Von: X<br>Betreff: Y</div>
                --b--
                """);
        assertThat(mail.body().said()).isEqualTo("Ya funciona");
        assertThat(mail.body().text()).endsWith("Betreff: Y");
    }
}
