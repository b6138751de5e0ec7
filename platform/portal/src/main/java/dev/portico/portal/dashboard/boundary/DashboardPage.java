package dev.portico.portal.dashboard.boundary;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.Dashboard;
import dev.portico.plugin.manifest.OrganizationList;
import dev.portico.portal.account.control.AccountStore.Member;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.control.OrganizationOptions.Option;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** An organization's dashboard (D1), in the reader's words. */
@Named
@RequestScoped
public class DashboardPage {
    @Inject
    Dashboards dashboards;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @SuppressWarnings("NullAway.Init")
    private Dashboards.Content content;

    /** A list that has no parent, with what belongs to each of its entries. */
    public record Section(String id, String label, List<Item> items) {}

    /** An entry with what belongs to it. */
    public record Item(String label, List<Branch> branches) {}

    /** What belongs to an entry, from one list. */
    public record Branch(String label, List<String> items) {}

    @PostConstruct
    void load() {
        content = dashboards.open(user.membership().flatMap(Membership::organization));
    }

    public String title() {
        return content.plugin()
                .manifest()
                .dashboard()
                .map(dashboard -> text(dashboard.label()))
                .orElseThrow();
    }

    /** Empty for who belongs to none. */
    public String organization() {
        return content.organization();
    }

    /** In the reader's language; in English where nothing was written in it. */
    public List<String> announcements() {
        var written = content.plugin()
                .manifest()
                .dashboard()
                .flatMap(Dashboard::announcements)
                .map(setting -> content.plugin().settings().phrases(setting))
                .orElse(Map.of());
        var english = written.getOrDefault(Languages.ENGLISH.getLanguage(), List.of());
        return written.getOrDefault(reader.get().ui().getLanguage(), english);
    }

    public List<Section> sections() {
        return lists().stream()
                .filter(list -> list.parent().isEmpty())
                .map(list -> new Section(list.id(), text(list.label()), items(list)))
                .toList();
    }

    private List<Item> items(OrganizationList list) {
        return content.options().of(list.id()).stream()
                .map(option -> new Item(option.label(), branches(list, option)))
                .toList();
    }

    private List<Branch> branches(OrganizationList list, Option option) {
        return lists().stream()
                .filter(other -> other.parent().filter(list.id()::equals).isPresent())
                .map(other -> new Branch(
                        text(other.label()),
                        content.options().of(other.id(), option.id()).stream()
                                .map(Option::label)
                                .toList()))
                .toList();
    }

    public List<Member> members() {
        return content.members();
    }

    private List<OrganizationList> lists() {
        return content.plugin().manifest().organizationLists();
    }

    private String text(String key) {
        var language = reader.get();
        return content.plugin().messages().text(language.ui(), language.formats(), key, Map.of());
    }
}
