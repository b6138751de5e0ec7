package dev.portico.plugin.settings;

import dev.portico.plugin.text.Text;

/**
 * What is wrong with a setting.
 *
 * @param setting id in the manifest; the problem is shown beside its field
 */
public record SettingFault(String setting, Text problem) {}
