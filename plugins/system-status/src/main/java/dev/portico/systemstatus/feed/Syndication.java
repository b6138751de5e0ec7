package dev.portico.systemstatus.feed;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads entries of RSS 2.0 and Atom: as XML without a document type, hence without entities, and to its very end. */
final class Syndication {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int DEEPEST = 50;

    /** @param html as it stands in the entry, markup and all */
    record Entry(String id, String title, String html, Instant at) {}

    private final XMLStreamReader xml;
    private final Times times;
    private final List<Entry> entries = new ArrayList<>();

    private Syndication(XMLStreamReader xml, Times times) {
        this.xml = xml;
        this.times = times;
    }

    static List<Entry> read(byte[] document, Times times) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reading = new Syndication(factory.createXMLStreamReader(new ByteArrayInputStream(document)), times);
            reading.document();
            return Limits.latest(reading.entries, Limits.INCIDENTS, Entry::at);
        } catch (XMLStreamException malformed) {
            throw new UnusableDocument(
                    "The document is no XML: " + PlainText.line(String.valueOf(malformed.getMessage())));
        }
    }

    private void document() throws XMLStreamException {
        var found = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new UnusableDocument("The document has a document type, which no feed needs");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = xml.getLocalName();
                if (!found && !name.equals("rss") && !(name.equals("feed") && ATOM.equals(xml.getNamespaceURI()))) {
                    throw new UnusableDocument(
                            "The document is neither RSS 2.0 nor Atom but “" + PlainText.line(name) + "”");
                }
                found = true;
                if (name.equals("item") || name.equals("entry")) {
                    entry(name.equals("item"));
                }
            }
        }
    }

    private void entry(boolean rss) throws XMLStreamException {
        var members = new HashMap<String, String>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                var name = xml.getLocalName();
                var href =
                        Optional.ofNullable(xml.getAttributeValue(null, "href")).orElse("");
                var text = text();
                members.putIfAbsent(name, text.isBlank() ? href : text);
            }
        }
        if (entries.size() == Limits.ABSURD) {
            throw new UnusableDocument("The document has more than " + Limits.ABSURD + " entries");
        }
        entries.add(rss ? ofRss(members) : ofAtom(members));
    }

    private Entry ofRss(Map<String, String> members) {
        var at = Optional.ofNullable(members.get("pubDate"))
                .map(times::rss)
                .orElseThrow(() -> new UnusableDocument("An item has no pubDate"));
        var body = members.getOrDefault("encoded", members.getOrDefault("description", ""));
        return entry(members, members.getOrDefault("guid", members.getOrDefault("link", "")), body, at);
    }

    private Entry ofAtom(Map<String, String> members) {
        var at = Optional.ofNullable(members.get("updated"))
                .map(times::iso)
                .orElseThrow(() -> new UnusableDocument("An entry has no updated"));
        var body = members.getOrDefault("content", members.getOrDefault("summary", ""));
        return entry(members, members.getOrDefault("id", ""), body, at);
    }

    private static Entry entry(Map<String, String> members, String id, String body, Instant at) {
        var title = PlainText.line(PlainText.body(members.getOrDefault("title", "")));
        if (id.isBlank() || id.length() > 2_000 || title.isBlank()) {
            throw new UnusableDocument("An entry has no usable id or title");
        }
        return new Entry(id.strip(), title, body, at);
    }

    /** All text within the element, whose start was read. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            if (depth > DEEPEST) {
                throw new UnusableDocument("The document is nested too deeply");
            }
        }
        return text.toString();
    }
}
