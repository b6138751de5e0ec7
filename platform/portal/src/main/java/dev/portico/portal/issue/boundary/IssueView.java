package dev.portico.portal.issue.boundary;

import dev.portico.plugin.issue.KnownIssue;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.ToneStyle;
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
        var style = ToneStyle.of(issue.tone());
        return new IssueView(
                reference.toString(),
                texts.text(issue.title()),
                texts.foreign(issue.title()).map(Locale::toLanguageTag).orElse(""),
                texts.text(issue.state()),
                style.css(),
                style.icon(),
                issue.since(),
                href);
    }
}
