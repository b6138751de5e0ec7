package dev.portico.portal.subscription.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.Tone;
import dev.portico.portal.subscription.control.NewsWords.Phrase;
import dev.portico.portal.subscription.control.NewsWords.Said;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class AtomFeedTest {
    private static final String HOSTILE = "</title><script>alert(1)</script> & \u0000\uD800\u0007]]> 🌋";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void anyTextIsAWellFormedFeedInTheReadersLanguage() throws Exception {
        var feed = new AtomFeed(
                "Estado & más",
                "Soporte",
                Languages.SPANISH,
                URI.create("https://x.example/t/subscriptions/s/atom.xml?language=es&topic=a"),
                URI.create("https://x.example/t/subscriptions/s"));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.write(List.of(news())).getBytes(StandardCharsets.UTF_8)));
        var root = document.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(root.getAttribute("xml:lang")).isEqualTo("es");
        var titles = root.getElementsByTagName("title");
        assertThat(titles.item(0).getTextContent()).isEqualTo("Estado & más");
        assertThat(titles.item(1).getTextContent()).isEqualTo("</title><script>alert(1)</script> & ]]> 🌋");
        assertThat(titles.item(1).getAttributes().getNamedItem("xml:lang").getNodeValue())
                .isEqualTo("en");
        assertThat(root.getElementsByTagName("id").item(1).getTextContent())
                .isEqualTo("https://x.example/t/subscriptions/s/news/a%2Fb%20c");
        assertThat(root.getElementsByTagName("content").item(0).getTextContent())
                .isEqualTo("Texto");
    }

    private static StoredNews news() {
        var english = new Said(new Phrase("Title", Optional.empty()), new Phrase("Text", Optional.empty()));
        var spanish =
                new Said(new Phrase(HOSTILE, Optional.of(Languages.ENGLISH)), new Phrase("Texto", Optional.empty()));
        var words =
                NewsWords.read(new NewsWords(Map.of(Languages.ENGLISH, english, Languages.SPANISH, spanish)).json());
        return new StoredNews(
                "s", "a/b c", AT, AT, Set.of("a"), Tone.CRITICAL, words, "https://x.example/t/i/1", Optional.empty());
    }
}
