package dev.portico.portal.release.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of what a node says of a plugin. A class, not a record: JPA 3.1 asks for one. */
public class PluginNodeId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String node = "";
    private String pluginId = "";

    public PluginNodeId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof PluginNodeId that && that.node.equals(node) && that.pluginId.equals(pluginId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(node, pluginId);
    }
}
