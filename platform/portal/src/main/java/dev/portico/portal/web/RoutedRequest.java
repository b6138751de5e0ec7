package dev.portico.portal.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request as the pages see it: its context path is the tenant's prefix and its address the browser's, so that
 * whatever makes addresses from them makes right ones. The container puts its own wrapper, which knows the servlet
 * path, between this one and the original.
 */
class RoutedRequest extends HttpServletRequestWrapper {
    private final HttpServletRequest original;
    private final String prefix;

    RoutedRequest(HttpServletRequest original, String prefix) {
        super(original);
        this.original = original;
        this.prefix = prefix;
    }

    /** The request as the filter got it. */
    static HttpServletRequest original(HttpServletRequest request) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof RoutedRequest routed) {
                return routed.original;
            }
            current = wrapper.getRequest();
        }
        return request;
    }

    /**
     * The true one until the forward has begun: the container compares it with the context's own, and would take the
     * forward for one into another application, with a session of its own.
     */
    @Override
    public String getContextPath() {
        return getRequest() == original ? original.getContextPath() : prefix;
    }

    @Override
    public String getRequestURI() {
        return original.getRequestURI();
    }

    @Override
    public StringBuffer getRequestURL() {
        return original.getRequestURL();
    }
}
