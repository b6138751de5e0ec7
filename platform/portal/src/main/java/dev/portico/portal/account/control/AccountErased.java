package dev.portico.portal.account.control;

/**
 * A person is forgotten: what is theirs goes, and what is the company's names them no longer. Fired in the transaction in
 * which observers have to do so.
 *
 * @param email as it was
 * @param emailVerified whether it was theirs, as somebody had seen
 * @param word what stands for the name from now on
 */
public record AccountErased(String subject, String email, boolean emailVerified, String word) {}
