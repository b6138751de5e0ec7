package dev.portico.plugin.news;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One change, to be told once.
 *
 * @param id up to 100 characters; two with one id are the same news
 * @param topics whoever has subscribed to one of them is told, and whoever has subscribed to all
 * @param text a blank line parts paragraphs
 * @param issue of the known issue that it is about: the tickets that are linked to it are told as well, see
 *     {@link dev.portico.plugin.issue.KnownIssue}
 */
public record News(
        String id,
        Instant at,
        Set<String> topics,
        Tone tone,
        Text title,
        Text text,
        Address link,
        Optional<String> issue) {
    public News {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(tone);
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        Objects.requireNonNull(link);
        Objects.requireNonNull(issue);
        topics = Set.copyOf(topics);
    }
}
