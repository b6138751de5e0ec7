package dev.portico.portal.web;

import dev.portico.i18n.Languages;
import dev.portico.i18n.LocaleNegotiation;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.language.Reader;
import dev.portico.portal.tenant.entity.Tenant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Decides for whom a page is written: profile, then cookie, then browser, then tenant. */
final class Readers {
    private final LocaleNegotiation negotiation;

    Readers(boolean withPseudo) {
        negotiation = new LocaleNegotiation(withPseudo);
    }

    /**
     * What a request says of its reader.
     *
     * @param explicit whether the header was chosen by the caller, as in an API call, and so counts before the profile
     */
    record Wishes(
            Optional<Preferences> profile,
            Optional<String> languageCookie,
            Optional<String> zoneCookie,
            Optional<String> acceptLanguage,
            boolean explicit) {}

    Reader read(Wishes wishes, Optional<Tenant> tenant) {
        var profile = wishes.profile().map(chosen -> chosen.language().toLanguageTag());
        var header = wishes.acceptLanguage();
        var ui = negotiation.negotiate(
                wishes.explicit() ? header : profile,
                wishes.explicit() ? profile : wishes.languageCookie(),
                wishes.explicit() ? Optional.empty() : header,
                tenant.map(Tenant::defaultLanguage).orElse(Languages.ENGLISH),
                tenant.map(Tenant::languages).orElse(List.of()));
        var format = wishes.profile()
                .map(Preferences::format)
                .filter(chosen -> chosen.getLanguage().equals(ui.getLanguage()))
                .orElseGet(() -> negotiation.formatLocale(header.orElse(""), ui));
        var zone = wishes.profile()
                .map(Preferences::zone)
                .or(() -> wishes.zoneCookie().flatMap(Readers::zone))
                .or(() -> tenant.map(Tenant::zone))
                .orElse(ZoneOffset.UTC);
        return new Reader(ui, format, zone);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
