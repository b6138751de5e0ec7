package dev.portico.portal.contact.boundary;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;

/** Somebody of the organization, and what they may do for it. */
public record Contact(String subject, String name, String email, boolean enabled, Grants grants) {
    static Contact of(Account account) {
        return new Contact(account.subject(), account.name(), account.email(), account.enabled(), account.grants());
    }
}
