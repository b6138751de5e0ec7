package dev.portico.plugin.web;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Who reads the answer.
 *
 * @param language of the page: English or Spanish
 */
public record Reader(Locale language, ZoneId zone) {}
