package dev.portico.portal.mail.control;

import java.net.URI;
import java.util.Optional;

/** A line below a mail, or the words of a link there. */
record FooterLine(String text, Optional<URI> link) {
    static FooterLine of(String text) {
        return new FooterLine(text, Optional.empty());
    }

    static FooterLine of(Action action) {
        return new FooterLine(HeaderText.of(action.label()), Optional.of(action.target()));
    }
}
