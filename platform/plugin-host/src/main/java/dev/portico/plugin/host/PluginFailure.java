package dev.portico.plugin.host;

/** A plugin's code has not answered. Carries words only: what the plugin threw is of its own classes. */
final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean plugins;

    private PluginFailure(String why, boolean plugins) {
        super(why, null, false, false);
        this.plugins = plugins;
    }

    static PluginFailure of(String why) {
        return new PluginFailure(why, true);
    }

    /** Says nothing of how well this plugin works for whoever called it. */
    static PluginFailure ofOthers(String why) {
        return new PluginFailure(why, false);
    }

    /** Whether it is the plugin that failed. */
    boolean plugins() {
        return plugins;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
