package dev.portico.plugin.manifest;

/** How serious a level or status looks; the theme gives each tone a colour, a shape and an icon. */
public enum Tone {
    CRITICAL,
    WARNING,
    NOTICE,
    SUCCESS,
    NEUTRAL
}
