package dev.portico.portal.release.control;

import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import dev.portico.portal.release.entity.PluginRelease;
import dev.portico.portal.release.entity.PluginReleaseJar;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Releases, decisions and what the nodes say, in the database; the current tenant is the staff's own. */
@ApplicationScoped
public class DeploymentStore {
    @Inject
    TenantEntities entities;

    public List<PluginDeployment> all() {
        return entities.manager()
                .createQuery("select d from PluginDeployment d order by d.pluginId", PluginDeployment.class)
                .getResultList();
    }

    public Optional<PluginDeployment> find(String pluginId) {
        return entities.manager()
                .createQuery("select d from PluginDeployment d where d.pluginId = :id", PluginDeployment.class)
                .setParameter("id", pluginId)
                .getResultStream()
                .findFirst();
    }

    /** For a decision: whoever else decides about that plugin waits, also where nobody has decided yet. */
    public Optional<PluginDeployment> lock(String pluginId) {
        entities.lock("deployment " + pluginId);
        return find(pluginId);
    }

    /** As {@link #lock}, with a deployment in any case. */
    public PluginDeployment lock(String pluginId, Supplier<PluginDeployment> first) {
        return lock(pluginId).orElseGet(() -> {
            var deployment = first.get();
            entities.manager().persist(deployment);
            return deployment;
        });
    }

    /** Nothing where the release is there already. */
    public void add(PluginRelease release, Supplier<byte[]> jar) {
        entities.lock("release " + release.digest());
        if (release(release.digest()).isEmpty()) {
            entities.manager().persist(release);
            entities.manager().persist(new PluginReleaseJar(release.digest(), jar.get()));
            // What follows reads it.
            entities.manager().flush();
        }
    }

    public Optional<PluginRelease> release(String digest) {
        return entities.manager()
                .createQuery("select r from PluginRelease r where r.digest = :digest", PluginRelease.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<PluginRelease> releases(String pluginId) {
        return entities.manager()
                .createQuery(
                        "select r from PluginRelease r where r.pluginId = :id order by r.addedAt desc, r.digest",
                        PluginRelease.class)
                .setParameter("id", pluginId)
                .getResultList();
    }

    public Optional<byte[]> jar(String digest) {
        return entities.manager()
                .createQuery("select j from PluginReleaseJar j where j.digest = :digest", PluginReleaseJar.class)
                .setParameter("digest", digest)
                .getResultStream()
                .map(PluginReleaseJar::jar)
                .findFirst();
    }

    /** The jar goes with it. */
    public void delete(PluginRelease release) {
        entities.manager().remove(release);
    }

    public List<PluginNode> nodes() {
        return entities.manager()
                .createQuery("select n from PluginNode n order by n.pluginId, n.node", PluginNode.class)
                .getResultList();
    }

    public List<PluginNode> ofNode(String node) {
        return entities.manager()
                .createQuery("select n from PluginNode n where n.node = :node", PluginNode.class)
                .setParameter("node", node)
                .getResultList();
    }

    public void add(PluginNode said) {
        entities.manager().persist(said);
    }

    public void delete(PluginNode said) {
        entities.manager().remove(said);
    }

    /** What other nodes have said that were not heard of since. */
    public void forgetOthers(String node, Instant unheardSince) {
        entities.manager()
                .createQuery("delete from PluginNode n where n.seenAt < :since and n.node <> :node")
                .setParameter("since", unheardSince)
                .setParameter("node", node)
                .executeUpdate();
    }
}
