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
    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        return CDI.current().select(CurrentReader.class).get().get().ui();
    }

    /**
     * Public pages hold no form of Faces. They say so themselves, but only while they are built; until then PrimeFaces
     * would take them for others and open a session for the nonce of every visitor who passes by.
     */
    @Override
    public UIViewRoot createView(FacesContext faces, String viewId) {
        var view = super.createView(faces, viewId);
        var route = CDI.current().select(CurrentRoute.class).get().route();
        if (viewId.equals(Failures.PAGE)
                || route.filter(found -> found.access() == Access.PUBLIC).isPresent()) {
            view.setTransient(true);
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        var view = faces.getViewRoot();
        return view != null && viewId.equals(view.getViewId())
                ? CDI.current().select(CurrentRoute.class).get().path()
                : super.getActionURL(faces, viewId);
    }
}
