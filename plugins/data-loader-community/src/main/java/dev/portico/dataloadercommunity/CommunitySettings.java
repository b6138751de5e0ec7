package dev.portico.dataloadercommunity;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.settings.SettingFault;
import dev.portico.plugin.settings.SettingsCheck;
import dev.portico.plugin.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** The community is on a host that people may be sent to, and each of those is a name that says what it is. */
@Extension
public final class CommunitySettings implements SettingsCheck {
    private static final long LEAST = 3;
    private static final long MOST = 60;

    @Override
    public List<SettingFault> check(TenantView tenant) {
        var settings = tenant.settings();
        var faults = new ArrayList<SettingFault>();
        var community = Community.of(settings);
        if (!community.secure()) {
            faults.add(new SettingFault("target", Text.of("fault.https")));
        } else if (community.open().isEmpty()) {
            faults.add(new SettingFault("target", Text.of("fault.host", Map.of("host", community.host()))));
        }
        Community.names(settings).stream()
                .filter(name -> !Community.isHost(name))
                .forEach(name -> faults.add(new SettingFault("hosts", Text.of("fault.hosts", Map.of("host", name)))));
        var seconds = settings.number("seconds").orElse(0L);
        if (seconds != 0 && (seconds < LEAST || seconds > MOST)) {
            faults.add(new SettingFault("seconds", Text.of("fault.seconds")));
        }
        return faults;
    }
}
