package dev.portico.portal.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;

/**
 * Lets exceptions of pages out to the filter, which answers all failures alike. Faces' own handlers would write the
 * exception's message to the browser. A form of a page that the server has
 * forgotten, or that comes without the page's nonce, is kept and offered again.
 */
public class PageFailures extends ExceptionHandlerWrapper {
    /** Named in faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {
        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new PageFailures(getWrapped().getExceptionHandler());
        }
    }

    PageFailures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        var events = getUnhandledExceptionQueuedEvents().iterator();
        var expired = false;
        while (events.hasNext()) {
            var thrown = events.next().getContext().getException();
            events.remove();
            if (contains(thrown, ViewExpiredException.class) || contains(thrown, CspException.class)) {
                expired = true;
            } else if (!contains(thrown, AbortProcessingException.class)) {
                throw new FacesException(thrown);
            }
        }
        // Once, however many phases said so: a response is redirected one time only.
        var faces = FacesContext.getCurrentInstance();
        if (expired && !faces.getResponseComplete()) {
            offerAgain(faces);
        }
    }

    private static void offerAgain(FacesContext faces) {
        var external = faces.getExternalContext();
        var request = RoutedRequest.original((HttpServletRequest) external.getRequest());
        CDI.current().select(Gatekeeper.class).get().keepForm(request);
        CDI.current().select(Notices.class).get().warning("failure.form-expired", Map.of());
        try {
            external.redirect(CDI.current().select(CurrentRoute.class).get().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static boolean contains(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        return thrown != null && (type.isInstance(thrown) || contains(thrown.getCause(), type));
    }
}
