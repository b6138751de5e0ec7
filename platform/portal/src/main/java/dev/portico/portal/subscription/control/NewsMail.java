package dev.portico.portal.subscription.control;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.TextStyle;
import java.util.Map;

/** A piece of news as a mail says it. */
@ApplicationScoped
public class NewsMail {
    @Inject
    Texts texts;

    public String title(StoredNews news, Reader reader) {
        return news.words().in(reader.ui()).title().text();
    }

    /** When it was and what; a blank line parts the paragraphs. */
    public String body(StoredNews news, Reader reader) {
        var zone = reader.formats().zone().getDisplayName(TextStyle.FULL, reader.ui());
        var at = texts.text(
                reader,
                "subscription.mail.at",
                Map.of("at", reader.formats().dateTime(news.happenedAt()), "zone", zone));
        return at + "\n\n" + news.words().in(reader.ui()).text().text();
    }
}
