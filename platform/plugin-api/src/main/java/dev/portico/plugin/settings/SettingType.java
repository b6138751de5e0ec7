package dev.portico.plugin.settings;

/** What a setting holds; the settings form and its checks follow from it. */
public enum SettingType {
    TEXT,
    NUMBER,
    BOOLEAN,
    URL,
    EMAIL,
    /** A list of e-mail addresses. */
    EMAILS,
    /** A list of choices, each with an id and a label per language: {@link Option}. */
    OPTIONS,
    /** A list of phrases per language. */
    PHRASES,
    /** Write-only text, encrypted at rest. */
    SECRET
}
