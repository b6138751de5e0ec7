package dev.portico.portal.subscription.control;

import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * News as an Atom feed (RFC 4287).
 *
 * @param self its own address
 * @param page where people subscribe
 */
public record AtomFeed(String title, String author, Locale language, URI self, URI page) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** @param news the newest first */
    public String write(List<StoredNews> news) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language.toLanguageTag());
            element(xml, "id", self.toString());
            element(xml, "title", title);
            element(xml, "updated", updated(news).toString());
            link(xml, "self", "application/atom+xml", self.toString());
            link(xml, "alternate", "text/html", page.toString());
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
            for (var item : news) {
                entry(xml, item);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written", e);
        }
        return text.toString();
    }

    private static Instant updated(List<StoredNews> news) {
        return news.stream()
                .map(StoredNews::takenAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void entry(XMLStreamWriter xml, StoredNews news) throws XMLStreamException {
        var said = news.words().in(language);
        xml.writeStartElement("entry");
        // An identifier, for ever the same in all languages; nothing answers there.
        element(
                xml,
                "id",
                page + "/news/"
                        + URLEncoder.encode(news.id(), StandardCharsets.UTF_8).replace("+", "%20"));
        words(xml, "title", said.title());
        element(xml, "published", news.happenedAt().toString());
        element(xml, "updated", news.happenedAt().toString());
        if (!news.link().isEmpty()) {
            link(xml, "alternate", "text/html", news.link());
        }
        for (var topic : new TreeSet<>(news.topics())) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", topic);
        }
        words(xml, "content", said.text());
        xml.writeEndElement();
    }

    private static void words(XMLStreamWriter xml, String name, NewsWords.Phrase phrase) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("type", "text");
        if (phrase.foreign().isPresent()) {
            xml.writeAttribute(
                    "xml",
                    "http://www.w3.org/XML/1998/namespace",
                    "lang",
                    phrase.foreign().get().toLanguageTag());
        }
        xml.writeCharacters(phrase.text());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String target)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", target);
    }
}
