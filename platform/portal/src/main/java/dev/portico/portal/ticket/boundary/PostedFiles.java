package dev.portico.portal.ticket.boundary;

import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that a form names: those that its own window uploaded, or found there. */
final class PostedFiles {
    private static final String PARAMETER = "file";

    private PostedFiles() {}

    static Set<String> ids() {
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        return Optional.ofNullable(parameters.get(PARAMETER))
                .map(ids -> Set.copyOf(List.of(ids)))
                .orElse(Set.of());
    }
}
