package dev.portico.portal.extension.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.TextStyle;
import java.util.Optional;

/** The page that a plugin has answered the current request with. */
@Named
@RequestScoped
public class PluginPage {
    @Inject
    CurrentReader reader;

    private Optional<PageView> view = Optional.empty();

    void show(PageView read) {
        view = Optional.of(read);
    }

    /** @throws PortalException not found, where nothing was answered */
    public PageView view() {
        return view.orElseThrow(PortalException::notFound);
    }

    /** The reader's time zone, as they call it. */
    public String zone() {
        var to = reader.get();
        return to.formats().zone().getDisplayName(TextStyle.FULL, to.ui());
    }
}
