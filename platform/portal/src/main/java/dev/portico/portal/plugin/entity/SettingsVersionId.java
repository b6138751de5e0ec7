package dev.portico.portal.plugin.entity;

import java.io.Serializable;
import java.util.Objects;

/** Key of a version of settings within its tenant. A class, not a record: JPA 3.1 asks for one. */
public class SettingsVersionId implements Serializable {
    private static final long serialVersionUID = 1L;

    private String pluginId = "";
    private long version;

    public SettingsVersionId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingsVersionId that && that.pluginId.equals(pluginId) && that.version == version;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pluginId, version);
    }
}
