package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The current tenant's mails in the database. */
@ApplicationScoped
public class MailStore {
    @Inject
    TenantEntities entities;

    void add(Mail mail) {
        entities.manager().persist(mail);
    }
}
