package dev.portico.plugin.settings;

import dev.portico.plugin.TenantView;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Checks what the types of the settings cannot: called when an administrator saves them, after everything else is in
 * order. When it fails or is too slow, nothing is saved.
 */
public interface SettingsCheck extends ExtensionPoint {
    /**
     * @param tenant with the settings as entered
     * @return what is wrong, nothing where they can be saved
     */
    List<SettingFault> check(TenantView tenant);
}
