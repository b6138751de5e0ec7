package dev.portico.portal.issue.boundary;

import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.manifest.Tone;
import dev.portico.portal.plugin.control.PluginTexts;
import java.time.Instant;
import java.util.Locale;

/**
 * A known issue in a reader's words.
 *
 * @param titleLanguage of the title, where it is another than the reader's; else empty
 * @param tone CSS class
 * @param icon name in the icon sprite
 * @param href empty where there is nothing to link
 */
public record IssueView(
        String reference,
        String title,
        String titleLanguage,
        String state,
        String tone,
        String icon,
        Instant since,
        String href) {
    static IssueView of(IssueReference reference, KnownIssue issue, PluginTexts texts, String href) {
        return new IssueView(
                reference.toString(),
                texts.text(issue.title()),
                texts.foreign(issue.title()).map(Locale::toLanguageTag).orElse(""),
                texts.text(issue.state()),
                tone(issue.tone()),
                icon(issue.tone()),
                issue.since(),
                href);
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "tone-critical";
            case WARNING -> "tone-warn";
            case NOTICE -> "tone-info";
            case SUCCESS -> "tone-ok";
            case NEUTRAL -> "tone-neutral";
        };
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "alert-octagon";
            case WARNING -> "warning";
            case NOTICE, NEUTRAL -> "info";
            case SUCCESS -> "check-circle";
        };
    }
}
