package dev.portico.portal.mail.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.portal.mail.entity.Content;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailRenderingTest {
    private static Content render(Locale language, String body) {
        return new MailRendering().render(Samples.HARMONY, Samples.request(language, body));
    }

    @Test
    void theTextIsWholeInSpanish() {
        var content =
                render(Languages.SPANISH, "Hola, Ana:\r\n\r\nBea respondió:\n> ¿Qué versión\n>\n> tienes?\n\nGracias.");

        assertThat(content.language()).isEqualTo("es");
        assertThat(content.text()).isEqualTo("""
                        Hola, Ana:

                        Bea respondió:

                        > ¿Qué versión
                        >
                        > tienes?

                        Gracias.

                        Abrir caso:
                        https://help.example/harmony/tickets/1042?a=1&b=%22

                        --\s
                        Referencia: #1042
                        Soporte de Harmony te envió este correo electrónico automáticamente.
                        """);
    }

    @Test
    void theFooterIsEnglishForAnEnglishReaderOfAnyRegion() {
        var content = render(Locale.forLanguageTag("en-GB"), "Hello");

        assertThat(content.language()).isEqualTo("en-GB");
        assertThat(content.text())
                .endsWith("-- \nReference: #1042\nHarmony Support sent you this e-mail automatically.\n");
        assertThat(content.html())
                .contains("<html lang=\"en-GB\">")
                .contains("If the button does not work, open this address:");
    }

    @Test
    void theHtmlIsInTheReadersLanguageWithTheTenantsNameAndColour() {
        assertThat(render(Languages.SPANISH, "Hola").html())
                .contains("<html lang=\"es\">")
                .contains("Soporte de Harmony</p>")
                .contains("border-top:4px solid #0a7d5a")
                .contains("background:#0a7d5a;color:#fff")
                .contains("Referencia: #1042<br>")
                .contains("Si el botón no funciona, abre esta dirección:")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void paragraphsAndQuotationsAreToldApart() {
        var html = render(Languages.ENGLISH, "First\nline\n\nSecond\n> quoted\n> on\nThird")
                .html();

        assertThat(html).containsPattern("<p style=[^>]+>First<br>\nline</p>\n<p style=[^>]+>Second</p>");
        assertThat(html).containsPattern("<blockquote [^>]+>quoted<br>\non</blockquote>\n<p style=[^>]+>Third</p>");
    }

    @Test
    void nothingThatSomebodyWroteBecomesMarkup() {
        var evil = "<script>alert('x')</script> \"&amp; %s %1$s {tenant}";
        var request = new MailRequest(
                Optional.of(1L),
                Samples.ana(Languages.ENGLISH),
                true,
                evil,
                evil + "\n> <img src=x onerror=y>",
                Optional.of(new Action("<b>Open</b>", URI.create("https://help.example/?a='b'&c=d"))));

        var html = new MailRendering().render(Samples.HARMONY, request).html();

        assertThat(html).doesNotContain("<script", "<img", "<b>", "='b'");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&amp;amp; %s %1$s {tenant}")
                .contains("&lt;img src=x onerror=y&gt;")
                .contains("href=\"https://help.example/?a=&#39;b&#39;&amp;c=d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red;background:url(//x)", "\"><script>", "#12", "var(--brand)", ""})
    void aColourThatIsNotPlainIsReplaced(String brand) {
        var request = Samples.request(Languages.ENGLISH, "Hello");
        var html = new MailRendering()
                .render(Samples.tenant("harmony", brand), request)
                .html();

        assertThat(html).contains("border-top:4px solid #3b4a5a").doesNotContain("<script", "url(");
    }

    @Test
    void theSubjectIsOneLine() {
        var request = new MailRequest(
                Optional.empty(),
                Samples.ana(Languages.ENGLISH),
                false,
                " Hello\r\nBcc: everyone@acme.example\u2028\u0000! ",
                "Body",
                Optional.empty());

        var content = new MailRendering().render(Samples.HARMONY, request);

        assertThat(content.subject()).isEqualTo("Hello Bcc: everyone@acme.example !");
        assertThat(content.text()).doesNotContain("#", "null");
    }

    @Test
    void charactersThatTheDatabaseRefusesAreDropped() {
        assertThat(render(Languages.ENGLISH, "a\u0000b\u0007c\td").text()).startsWith("abc\td\n");
    }

    @Test
    void anEmptyBodyIsStillAMail() {
        assertThat(render(Languages.ENGLISH, " \n ").text()).startsWith("Abrir caso:");
    }

    @Test
    void whatSomebodyWroteIsMarkedLineByLine() {
        assertThat(MailRequest.quoted("\n one\r\n\r\n> two \n")).isEqualTo("> one\n>\n> > two");
    }

    @Test
    void bothBundlesHaveTheSameKeys() {
        var english = keys("en");

        assertThat(english).isNotEmpty().isEqualTo(keys("es"));
    }

    private static java.util.Set<String> keys(String language) {
        var stream = MailRendering.class.getResourceAsStream("/messages/mail_" + language + ".properties");
        return MessageBundle.load(stream, "test", Locale.forLanguageTag(language))
                .keys();
    }
}
