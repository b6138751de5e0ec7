package dev.portico.portal.web;

import dev.portico.portal.language.CurrentReader;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
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

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        var view = faces.getViewRoot();
        return view != null && viewId.equals(view.getViewId())
                ? CDI.current().select(CurrentRoute.class).get().path()
                : super.getActionURL(faces, viewId);
    }
}
