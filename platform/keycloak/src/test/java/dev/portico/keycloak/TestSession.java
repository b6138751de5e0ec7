package dev.portico.keycloak;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP session that behaves as the servlet specification says, as far as the adapter uses it. */
@SuppressWarnings("deprecation")
final class TestSession implements HttpSession {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    volatile String id;
    volatile boolean valid = true;

    TestSession(String id) {
        this.id = id;
    }

    private void requireValid() {
        if (!valid) {
            throw new IllegalStateException("invalidated");
        }
    }

    @Override
    public Object getAttribute(String name) {
        requireValid();
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        requireValid();
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        requireValid();
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void invalidate() {
        requireValid();
        valid = false;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getCreationTime() {
        return 0;
    }

    @Override
    public long getLastAccessedTime() {
        return 0;
    }

    @Override
    public ServletContext getServletContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }

    @Override
    public boolean isNew() {
        return false;
    }
}
