package dev.portico.portal.web;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short messages that outlive a redirect: said on the next page of the same realm, once. */
@RequestScoped
@Named("notices")
public class Notices {
    private static final String ATTRIBUTE = "dev.portico.portal.notices.";

    /** What kind of news a notice brings. */
    public enum Tone {
        SUCCESS,
        WARNING,
        ERROR
    }

    /**
     * A notice in the reader's words.
     *
     * @param link what it leads to; empty where it leads nowhere
     */
    public record Notice(Tone tone, String text, String link, String href) {
        public boolean success() {
            return tone == Tone.SUCCESS;
        }
    }

    private record Kept(Tone tone, String key, HashMap<String, Object> args, String link, String href)
            implements Serializable {}

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    private @Nullable List<Notice> taken;

    /** @param args the message's arguments: text, numbers or other serializable values */
    public void success(String key, Map<String, ?> args) {
        add(Tone.SUCCESS, key, args, "", "");
    }

    /** @param link key of the words of a link to {@code href} */
    public void success(String key, Map<String, ?> args, String link, String href) {
        add(Tone.SUCCESS, key, args, link, href);
    }

    public void warning(String key, Map<String, ?> args) {
        add(Tone.WARNING, key, args, "", "");
    }

    public void error(String key, Map<String, ?> args) {
        add(Tone.ERROR, key, args, "", "");
    }

    /** What is to be said on this page; on the next one it is gone. */
    public List<Notice> take() {
        var notices = taken;
        if (notices == null) {
            notices = read();
            taken = notices;
        }
        return notices;
    }

    private void add(Tone tone, String key, Map<String, ?> args, String link, String href) {
        var session = request.getSession();
        var kept = new ArrayList<>(kept(session.getAttribute(attribute())));
        var notice = new Kept(tone, key, new HashMap<>(args), link, href);
        if (!kept.contains(notice)) {
            kept.add(notice);
        }
        session.setAttribute(attribute(), kept);
    }

    private List<Notice> read() {
        var session = Optional.ofNullable(request.getSession(false));
        var kept = session.map(some -> kept(some.getAttribute(attribute()))).orElse(List.of());
        if (!kept.isEmpty()) {
            session.ifPresent(some -> some.removeAttribute(attribute()));
        }
        return kept.stream().map(this::notice).toList();
    }

    private Notice notice(Kept kept) {
        return new Notice(
                kept.tone(),
                texts.text(reader.get(), kept.key(), kept.args()),
                kept.link().isEmpty() ? "" : texts.text(reader.get(), kept.link()),
                kept.href());
    }

    private String attribute() {
        return ATTRIBUTE + route.realm().orElse("");
    }

    private static List<Kept> kept(@Nullable Object attribute) {
        return attribute instanceof List<?> list
                ? list.stream().map(Kept.class::cast).toList()
                : List.of();
    }
}
