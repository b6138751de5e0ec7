package dev.portico.systemtests;

import dev.portico.launcher.Ports;
import dev.portico.launcher.Stack;
import dev.portico.launcher.portal.PortalServer;

/** A second portal on the stack's database, as in a cluster. */
public final class SecondPortal implements AutoCloseable {
    /** What it calls itself. */
    public static final String NODE = "portal-2";

    private final Stack stack;
    private final int port = Ports.free().portal();
    private PortalServer server;

    private SecondPortal(Stack stack) {
        this.stack = stack;
        this.server = stack.startAnotherPortal(NODE, port);
    }

    /** Returns when it is ready. */
    public static SecondPortal start(PortalStack stack) {
        return new SecondPortal(stack.own());
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    public void kill() {
        server.kill();
    }

    /** Returns when it is ready again. */
    public void startAgain() {
        server = stack.startAnotherPortal(NODE, port);
    }

    @Override
    public void close() {
        server.close();
    }
}
