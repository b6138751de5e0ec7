package dev.portico.portal.people.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.people.control.PersonState;
import dev.portico.portal.ticket.boundary.Badge;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** How far somebody has come in, in the reader's words. */
@RequestScoped
public class PersonBadges {
    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    /** @param asked whether an invitation has gone out */
    Badge of(PersonState state, boolean asked) {
        return switch (state) {
            case ACTIVE -> badge("people.state.active", "tone-ok", "check-circle");
            case DISABLED -> badge("people.state.disabled", "tone-neutral", "lock");
            case INVITED ->
                asked
                        ? badge("people.state.invited", "tone-info", "mail")
                        : badge("people.state.inviting", "tone-info", "clock");
            case WAITING -> badge("people.state.waiting", "tone-info", "clock");
            case KNOWN -> badge("people.state.known", "tone-neutral", "user");
        };
    }

    private Badge badge(String key, String tone, String icon) {
        return new Badge(texts.text(reader.get(), key), tone, icon);
    }
}
