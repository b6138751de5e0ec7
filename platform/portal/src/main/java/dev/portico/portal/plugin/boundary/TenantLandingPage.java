package dev.portico.portal.plugin.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A programme's first page (A1, A3): the ways to get help that its plugins declare, and their warnings. */
@Named
@RequestScoped
public class TenantLandingPage {
    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    @Inject
    HelpCards helpCards;

    @Inject
    CurrentReader reader;

    private List<TenantDesk> types = List.of();
    private List<String> warnings = List.of();
    private List<HelpCard> cards = List.of();
    private boolean complete;

    @PostConstruct
    void load() {
        var plugins = desks.enabled();
        complete = desks.complete();
        types = plugins.stream().flatMap(plugin -> plugin.desks().stream()).toList();
        warnings = types.stream().flatMap(this::warning).distinct().toList();
        cards = plugins.stream()
                .flatMap(plugin -> helpCards.of(plugin).stream())
                .toList();
    }

    private Stream<String> warning(TenantDesk desk) {
        return desk.type().warning().map(key -> desk.text(reader.get(), key)).stream();
    }

    public String name() {
        return tenants.require().name(reader.get().ui());
    }

    public String summary() {
        return tenants.require().summary(reader.get().ui());
    }

    public List<String> warnings() {
        return warnings;
    }

    public List<HelpCard> cards() {
        return cards;
    }

    /** Whether all is there that the programme has; otherwise some of it does not run now. */
    public boolean complete() {
        return complete;
    }

    /** Whether anybody may register here. */
    public boolean registrable() {
        return tenants.require().admission().open();
    }

    /** Whether anything can be filed here. */
    public boolean ticketed() {
        return !types.isEmpty();
    }

    /** What the first desk calls it; empty where there is none. */
    public String word(String word) {
        return first().map(desk -> desk.word(reader.get(), Word.valueOf(word))).orElse("");
    }

    private Optional<TenantDesk> first() {
        return types.stream().findFirst();
    }
}
