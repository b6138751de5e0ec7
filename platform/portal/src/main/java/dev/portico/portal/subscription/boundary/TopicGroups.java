package dev.portico.portal.subscription.boundary;

import dev.portico.plugin.news.NewsSource;
import dev.portico.plugin.news.Topic;
import dev.portico.plugin.text.Text;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.control.PluginTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** What there is to subscribe to, in the reader's words and as forms show it. */
@RequestScoped
public class TopicGroups {
    private static final int MOST = 1_000;

    @Inject
    PluginCalls calls;

    @Inject
    CurrentReader reader;

    /**
     * Some words of a plugin's.
     *
     * @param language of the text where it is another than the reader's, else empty
     */
    public record Phrase(String text, String language) {}

    /** @param label of an empty text where the topics belong to no group */
    public record Group(Phrase label, List<Choice> topics) {}

    /** A topic to tick. */
    public record Choice(String id, Phrase label) {}

    private record Row(Phrase group, Choice topic) {}

    /** Empty where the plugin cannot say now. */
    public List<Group> of(EnabledPlugin plugin) {
        var texts = plugin.texts(reader.get());
        var rows = calls.to(plugin)
                .call(NewsSource.class, (source, view) -> source.topics(view).stream()
                        .limit(MOST)
                        .map(topic -> row(topic, texts))
                        .toList())
                .orElse(List.of());
        var groups = new LinkedHashMap<Phrase, List<Choice>>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row.topic()));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static Row row(Topic topic, PluginTexts texts) {
        var group = topic.group().map(text -> phrase(text, texts)).orElse(new Phrase("", ""));
        return new Row(group, new Choice(topic.id(), phrase(topic.label(), texts)));
    }

    private static Phrase phrase(Text text, PluginTexts texts) {
        return new Phrase(
                texts.text(text), texts.foreign(text).map(Locale::toLanguageTag).orElse(""));
    }
}
