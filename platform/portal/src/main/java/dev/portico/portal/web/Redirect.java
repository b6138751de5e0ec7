package dev.portico.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the browser elsewhere. The address is written as it is, so that it holds behind any proxy. */
public final class Redirect {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Redirect() {}

    /** The answer to a form: whatever the method was, the next one is GET. */
    public static void seeOther(HttpServletResponse response, String address) {
        send(response, HttpServletResponse.SC_SEE_OTHER, address);
    }

    static void send(HttpServletResponse response, int status, String address) {
        response.setStatus(status);
        response.setHeader("Location", address);
    }

    /** As the script of a Faces page expects it where it asked for a part of the page, else as usual. */
    public static void forPage(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (!isAjax(request)) {
            seeOther(response, address);
            return;
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(XML + "<partial-response><redirect url=\"" + escape(address) + "\"/></partial-response>");
    }

    public static boolean isAjax(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
