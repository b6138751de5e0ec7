package dev.portico.plugin;

/** The version of this API; a plugin's manifest names the range that it was made for. */
public final class PluginApi {
    /** Major and minor: a new minor version only adds, a new major version may break. */
    public static final String VERSION = "1.2";

    private PluginApi() {}
}
