package dev.portico.portal.wording.boundary;

import dev.portico.i18n.Languages;
import dev.portico.i18n.MessageBundle;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.OwnWords;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.CurrentPlugins;
import dev.portico.portal.tenant.control.TenantChanged;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import dev.portico.portal.wording.control.WordRules;
import dev.portico.portal.wording.control.WordStore;
import dev.portico.portal.wording.entity.TenantWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The messages that the current tenant's customers read, with the tenant's own words for them. */
@ApplicationScoped
@Transactional
public class Wording {
    @Inject
    WordStore store;

    @Inject
    Texts texts;

    @Inject
    TenantDesks desks;

    @Inject
    CurrentPlugins plugins;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Event<TenantChanged> changed;

    /**
     * A message.
     *
     * @param originals by language tag
     * @param own by language tag; none where the original stands
     */
    public record Message(String origin, String key, Map<String, String> originals, Map<String, String> own) {
        public boolean changed() {
            return !own.isEmpty();
        }
    }

    /** By origin, the portal's first, and by key. */
    public List<Message> all() {
        user.require(Access.ADMIN);
        var own = own(store.all());
        var all = new ArrayList<Message>();
        originals()
                .forEach((origin, byKey) -> byKey.forEach((key, patterns) ->
                        all.add(new Message(origin, key, patterns, own.getOrDefault(address(origin, key), Map.of())))));
        return List.copyOf(all);
    }

    /** @throws PortalException not found, where there is no such message, or customers do not read it */
    public Message message(String origin, String key) {
        user.require(Access.ADMIN);
        var originals = Optional.ofNullable(originals().get(origin))
                .flatMap(byKey -> Optional.ofNullable(byKey.get(key)))
                .orElseThrow(PortalException::notFound);
        var own = own(store.of(origin, key)).getOrDefault(address(origin, key), Map.of());
        return new Message(origin, key, originals, own);
    }

    /**
     * Says it in the tenant's own words from now on.
     *
     * @param entered by language tag; the original stands where nothing is entered, or just that
     * @throws PortalException not found; invalid, with each language as its field
     */
    public void change(String origin, String key, Map<String, String> entered) {
        store.lock();
        var message = message(origin, key);
        var wanted = new TreeMap<String, String>();
        entered.forEach((language, text) -> wanted.put(language, text.strip().replace("\r\n", "\n")));
        wanted.values().removeIf(String::isEmpty);
        wanted.entrySet()
                .removeIf(text -> text.getValue().equals(message.originals().get(text.getKey())));
        check(message.originals().values(), wanted);
        var changes = changes(message.own(), wanted);
        if (changes.isEmpty()) {
            return;
        }
        message.own().keySet().stream()
                .filter(language -> !wanted.containsKey(language))
                .forEach(language -> store.forget(origin, key, language));
        wanted.forEach((language, pattern) -> store.say(origin, key, language, pattern));
        store.raiseVersion();
        audit.record(AuditAction.WORDS_CHANGED, address(origin, key), Optional.empty(), changes);
        changed.fire(new TenantChanged(tenants.require().id()));
    }

    private static void check(Collection<String> originals, Map<String, String> wanted) {
        var problems = new ArrayList<FieldProblem>();
        wanted.forEach((tag, pattern) -> {
            var language = Locale.forLanguageTag(tag);
            if (!Languages.SUPPORTED.contains(language)) {
                throw PortalException.notFound();
            }
            WordRules.problem(tag, originals, language, pattern).ifPresent(problems::add);
        });
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        var languages = new TreeSet<>(before.keySet());
        languages.addAll(after.keySet());
        return languages.stream()
                .filter(language ->
                        !Optional.ofNullable(before.get(language)).equals(Optional.ofNullable(after.get(language))))
                .map(language -> new Change(language, value(before, language), value(after, language)))
                .toList();
    }

    private static JsonValue value(Map<String, String> texts, String language) {
        return texts.containsKey(language) ? Json.createValue(texts.get(language)) : JsonValue.NULL;
    }

    private static Map<String, Map<String, String>> own(List<TenantWord> words) {
        var own = new TreeMap<String, Map<String, String>>();
        words.forEach(word -> own.computeIfAbsent(address(word.origin(), word.key()), any -> new TreeMap<>())
                .put(word.language(), word.pattern()));
        return own;
    }

    /** As the audit log names a message. */
    private static String address(String origin, String key) {
        return origin + " " + key;
    }

    /** What customers read, by origin and key: the portal's words for them, and those of the tenant's plugins. */
    private Map<String, Map<String, Map<String, String>>> originals() {
        var originals = new LinkedHashMap<String, Map<String, Map<String, String>>>();
        originals.put(OwnWords.PORTAL, byKey(texts.forCustomers()));
        var catalog = plugins.lease().catalog();
        desks.enabled().forEach(enabled -> catalog.plugin(enabled.manifest().id())
                .ifPresent(plugin -> originals.put(plugin.id(), forCustomers(plugin))));
        return originals;
    }

    /** Without what a plugin says to administrators: of itself and of its settings. */
    private static Map<String, Map<String, String>> forCustomers(PluginPackage plugin) {
        var byKey = byKey(plugin.messages().values());
        var manifest = plugin.manifest();
        byKey.remove(manifest.name());
        byKey.remove(manifest.description());
        manifest.settings().forEach(setting -> {
            byKey.remove(setting.label());
            setting.help().ifPresent(byKey::remove);
        });
        return byKey;
    }

    private static Map<String, Map<String, String>> byKey(Collection<MessageBundle> bundles) {
        var byKey = new TreeMap<String, Map<String, String>>();
        bundles.forEach(
                bundle -> bundle.patterns().forEach((key, pattern) -> byKey.computeIfAbsent(key, any -> new TreeMap<>())
                        .put(bundle.language().toLanguageTag(), pattern)));
        return byKey;
    }
}
