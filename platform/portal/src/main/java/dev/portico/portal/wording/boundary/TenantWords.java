package dev.portico.portal.wording.boundary;

import dev.portico.i18n.MessageBundle;
import dev.portico.i18n.Messages;
import dev.portico.i18n.OverrideCheck;
import dev.portico.portal.language.OwnWords;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.wording.entity.TenantWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Each tenant's words, kept until the directory names another version of them: no message asks the database. A tenant that
 * has never had words of its own costs nothing at all.
 */
@ApplicationScoped
public class TenantWords implements OwnWords {
    private static final Logger LOG = System.getLogger(TenantWords.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    TenantContext tenants;

    @Inject
    WordReading reading;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /**
     * What is known of a tenant's words.
     *
     * @param until when they are read again although the version is the same: they could not be read
     */
    private record Kept(long version, Optional<Instant> until, List<TenantWord> words, Map<String, Merged> merged) {
        boolean holds(long wanted) {
            return version >= wanted && until.filter(Instant.now()::isAfter).isEmpty();
        }
    }

    private record Merged(List<MessageBundle> originals, Messages messages) {}

    @Override
    public Optional<Messages> before(String origin, List<MessageBundle> originals) {
        return tenants.current()
                .filter(tenant -> tenant.wordsVersion() > 0)
                .map(this::kept)
                .filter(known ->
                        known.words().stream().anyMatch(word -> word.origin().equals(origin)))
                .map(known -> merged(known, origin, originals));
    }

    private Kept kept(Tenant tenant) {
        var known = kept.get(tenant.id());
        if (known == null || !known.holds(tenant.wordsVersion())) {
            known = read(tenant, known == null ? List.of() : known.words());
            kept.put(tenant.id(), known);
        }
        return known;
    }

    // Whatever it is that failed: also the page that tells of it has words.
    private Kept read(Tenant tenant, List<TenantWord> before) {
        try {
            return new Kept(tenant.wordsVersion(), Optional.empty(), reading.all(), new ConcurrentHashMap<>());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The words of " + tenant.id() + " are kept as they were", e);
            var again = Optional.of(Instant.now().plus(PAUSE));
            return new Kept(tenant.wordsVersion(), again, before, new ConcurrentHashMap<>());
        }
    }

    // another list of the same words is another state of the plugin
    @SuppressWarnings("ReferenceEquality")
    private static Messages merged(Kept known, String origin, List<MessageBundle> originals) {
        return known.merged()
                .compute(
                        origin,
                        (name, merged) -> merged != null && merged.originals() == originals
                                ? merged
                                : new Merged(originals, merge(known.words(), origin, originals)))
                .messages();
    }

    /** Words that no longer fit, since the message was changed by an upgrade, are left out. */
    static Messages merge(List<TenantWord> words, String origin, List<MessageBundle> originals) {
        var bundles = new ArrayList<MessageBundle>();
        words.stream()
                .filter(word -> word.origin().equals(origin) && fits(word, originals))
                .collect(Collectors.groupingBy(
                        TenantWord::language, Collectors.toMap(TenantWord::key, TenantWord::pattern)))
                .forEach((language, patterns) ->
                        bundles.add(MessageBundle.of(origin, Locale.forLanguageTag(language), patterns)));
        bundles.addAll(originals);
        return new Messages(bundles);
    }

    private static boolean fits(TenantWord word, List<MessageBundle> originals) {
        var patterns = originals.stream()
                .flatMap(bundle -> bundle.pattern(word.key()).stream())
                .toList();
        return OverrideCheck.fits(patterns, word.pattern());
    }
}
