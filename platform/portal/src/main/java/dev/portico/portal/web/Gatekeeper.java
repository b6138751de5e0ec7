package dev.portico.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Who asks, and whether they may. The route is known by then. */
public interface Gatekeeper {
    /** Finds out who asks; never answers. */
    void identify(HttpServletRequest request);

    /**
     * Lets the request pass, or answers it.
     *
     * @return false where it was answered
     */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Keeps what was typed into a posted form that cannot be taken now. */
    void keepForm(HttpServletRequest request);
}
