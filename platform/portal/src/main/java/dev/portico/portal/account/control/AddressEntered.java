package dev.portico.portal.account.control;

import dev.portico.portal.account.entity.Account;

/**
 * Somebody has entered another address for a person who has come in already, who is to confirm it. Fired in the transaction in
 * which they have to be asked.
 */
public record AddressEntered(Account account, String email) {}
