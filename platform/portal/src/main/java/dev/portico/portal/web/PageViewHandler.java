package dev.portico.portal.web;

import dev.portico.portal.language.CurrentReader;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Pages speak the reader's language, and their forms go to the address that the browser shows. */
public class PageViewHandler extends ViewHandlerWrapper {
    // Proxies, each for the current request. Looking them up walks the stack, so it is done once.
    private final CurrentReader reader =
            CDI.current().select(CurrentReader.class).get();
    private final CurrentRoute route = CDI.current().select(CurrentRoute.class).get();

    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        return reader.get().ui();
    }

    /**
     * Public pages hold no form of Faces. They say so themselves, but only while they are built; until then PrimeFaces
     * would take them for others and open a session for the nonce of every visitor who passes by.
     */
    @Override
    public UIViewRoot createView(FacesContext faces, String viewId) {
        var view = super.createView(faces, viewId);
        var wanted = route.route();
        if (viewId.equals(Failures.PAGE)
                || wanted.filter(found -> found.access() == Access.PUBLIC).isPresent()) {
            view.setTransient(true);
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        var view = faces.getViewRoot();
        return view != null && viewId.equals(view.getViewId()) ? route.path() : super.getActionURL(faces, viewId);
    }
}
