package dev.portico.mail;

/**
 * @param address local@domain, the domain in lower case and in ASCII (IDNA)
 * @param name decoded, one line; empty where there is none
 */
public record MailAddress(String address, String name) {}
