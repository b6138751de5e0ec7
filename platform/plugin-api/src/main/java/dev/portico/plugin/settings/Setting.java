package dev.portico.plugin.settings;

import java.util.Optional;

/**
 * One declared setting.
 *
 * @param id letters and digits that begin with a lower-case letter, unique in the plugin: {@code supportTeam}
 * @param label message key
 * @param help message key of the explanation under the field
 * @param defaultValue used until the tenant's administrator enters something: {@link String}, {@link Long},
 *     {@link Boolean}, a list of strings, a list of {@link Option}, or a map from language to a list of strings
 */
public record Setting(
        String id,
        SettingType type,
        String label,
        Optional<String> help,
        boolean required,
        Optional<Object> defaultValue) {}
