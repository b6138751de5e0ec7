package dev.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownHtmlTest {

    @Test
    void historyIsFoldedAndThere() {
        assertThat(shown("<p>New</p><p>Ana wrote:</p><blockquote>Old<blockquote>Older</blockquote></blockquote>"))
                .isEqualTo("<p>New</p><p>Ana wrote:</p><details><summary>History</summary>"
                        + "<blockquote>Old<blockquote>Older</blockquote></blockquote></details>");
    }

    @Test
    void whatOutlookQuotesIsFoldedToTheEnd() {
        var header = "<div><div><p><b>De:</b> Ana &lt;ana@acme.example&gt;<br><b>Enviado el:</b> lunes</p></div></div>";
        assertThat(shown("<div><p>New</p>" + header + "<p>Old</p>and more</div>"))
                .isEqualTo("<div><p>New</p><details><summary>History</summary>" + header
                        + "<p>Old</p>and more</details></div>");
    }

    @Test
    void aMailThatQuotesNothingStaysAsItIs() {
        var html = "<p>From: here to there.</p><p>Sent: yes</p>";
        assertThat(shown(html)).isEqualTo(html);
    }

    @Test
    void imagesComeFromTheMailOrAreTold() {
        assertThat(
                        shown(
                                "<img src=\"cid:a\"><img src=\"cid:b\" alt=\"Logo &lt;b&gt;\"><img src=\"https://x.example/\">"))
                .isEqualTo("<img src=\"data:a\">[Logo &lt;b&gt;]");
    }

    @Test
    void theLineThatOpensItIsText() {
        assertThat(ShownHtml.of("<blockquote>Old</blockquote>", "<b>", id -> Optional.empty()))
                .contains("<summary>&lt;b&gt;</summary>");
    }

    private static String shown(String html) {
        return ShownHtml.of(html, "History", id -> id.equals("a") ? Optional.of("data:a") : Optional.empty());
    }
}
