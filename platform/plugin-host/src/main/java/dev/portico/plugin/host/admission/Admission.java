package dev.portico.plugin.host.admission;

import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.host.Migration;
import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.scan.CodeScan;
import dev.portico.plugin.host.signature.Trust;
import dev.portico.plugin.host.vetting.Content;
import dev.portico.plugin.manifest.PluginManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of examining an upload. */
public sealed interface Admission {
    /**
     * A plugin that may be installed, if whoever installs it agrees to what it asks for and would change.
     *
     * @param content the bytes, which are what is kept and run
     * @param sha256 of the content
     * @param messages by language; English and Spanish are always there
     * @param migrations of its own tables, in the order in which they run
     * @param trust never {@link Trust.Refused}
     */
    record Candidate(
            Content content,
            String sha256,
            PluginManifest manifest,
            Map<Locale, MessageBundle> messages,
            List<Migration> migrations,
            Trust trust,
            CodeScan scan)
            implements Admission {
        public Candidate {
            messages = Map.copyOf(messages);
            migrations = List.copyOf(migrations);
        }
    }

    /** @param problems every one that could be found: of a jar that is hostile, nothing but that is told */
    record Refused(List<Problem> problems) implements Admission {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
