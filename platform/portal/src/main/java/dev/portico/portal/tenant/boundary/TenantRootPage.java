package dev.portico.portal.tenant.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The programmes to choose from (A2): what the directory says of each, and nothing of its content. */
@Named
@RequestScoped
public class TenantRootPage {
    @Inject
    TenantDirectory directory;

    @Inject
    CurrentReader reader;

    private List<Card> cards = List.of();

    /**
     * A programme.
     *
     * @param style custom properties of its brand
     */
    public record Card(String id, String name, String summary, String mark, String style) {}

    @PostConstruct
    void load() {
        cards = directory.all().stream().map(this::card).toList();
    }

    public List<Card> cards() {
        return cards;
    }

    private Card card(Tenant tenant) {
        var language = reader.get().ui();
        var name = tenant.name(language);
        return new Card(
                tenant.id(), name, tenant.summary(language), Names.initial(name, language), tenant.brandStyle());
    }
}
