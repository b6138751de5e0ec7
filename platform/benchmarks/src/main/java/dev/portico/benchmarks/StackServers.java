package dev.portico.benchmarks;

import dev.portico.launcher.Stack;
import dev.portico.testclient.Servers;

/** Where a stack's servers are. */
record StackServers(Stack stack) implements Servers {
    @Override
    public String portalUrl() {
        return stack.portalUrl();
    }

    @Override
    public String keycloakUrl() {
        return stack.keycloakUrl();
    }
}
