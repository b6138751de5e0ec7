package dev.portico.portal.account.control;

import dev.portico.portal.account.entity.Account;

/** Keycloak has the account, and its person is to be invited. Fired in the transaction in which the mail has to be queued. */
public record InvitationDue(Account account) {}
