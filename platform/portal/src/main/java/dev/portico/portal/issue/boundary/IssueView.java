package dev.portico.portal.issue.boundary;

import dev.portico.plugin.issue.KnownIssue;
import dev.portico.plugin.manifest.Tone;
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
 * @param state empty where it is not known
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
    /** One that the plugin has no answer about now, as it was called when the ticket was linked to it. */
    public static IssueView remembered(String reference, String title, Instant since) {
        var style = ToneStyle.of(Tone.NEUTRAL);
        return new IssueView(reference, title, "", "", style.css(), style.icon(), since, "");
    }

    static IssueView of(String reference, KnownIssue issue, PluginTexts texts, String href) {
        var style = ToneStyle.of(issue.tone());
        return new IssueView(
                reference,
                texts.text(issue.title()),
                texts.foreign(issue.title()).map(Locale::toLanguageTag).orElse(""),
                texts.text(issue.state()),
                style.css(),
                style.icon(),
                issue.since(),
                href);
    }
}
