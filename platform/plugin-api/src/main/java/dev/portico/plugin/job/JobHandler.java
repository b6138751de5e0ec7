package dev.portico.plugin.job;

import dev.portico.plugin.TenantView;
import org.pf4j.ExtensionPoint;

/**
 * Does the jobs that the plugin's manifest declares: for each tenant that has enabled it, by one node of the portal at a
 * time. After a failure the next run comes at its time; what a run has not done, the next one finds.
 */
public interface JobHandler extends ExtensionPoint {
    /**
     * One portion of work, short as every call into a plugin.
     *
     * @param job id in the manifest
     * @return whether there is more to do at once
     */
    boolean run(TenantView tenant, String job);
}
