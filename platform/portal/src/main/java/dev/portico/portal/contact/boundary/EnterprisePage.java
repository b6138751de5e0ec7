package dev.portico.portal.contact.boundary;

import dev.portico.plugin.manifest.HelpWay;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.plugin.control.HelpTarget;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** What people of enterprise organizations find on the first page, and nobody else (B11). */
@Named
@RequestScoped
public class EnterprisePage {
    @Inject
    Contacts contacts;

    @Inject
    CurrentUser user;

    private Optional<Agreement> agreement = Optional.empty();

    @PostConstruct
    void load() {
        agreement = user.membership().flatMap(Membership::organization).flatMap(contacts::enterprise);
    }

    public boolean shown() {
        return agreement.isPresent();
    }

    /** The organization's telephone number for emergencies; empty where it has none. */
    public String hotline() {
        return agreement.flatMap(Agreement::hotline).orElse("");
    }

    /** Empty where it cannot be dialled from a link. */
    public String hotlineHref() {
        return HelpTarget.of(HelpWay.Kind.PHONE, hotline());
    }
}
