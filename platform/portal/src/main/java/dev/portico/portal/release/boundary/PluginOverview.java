package dev.portico.portal.release.boundary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.host.Problem;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.release.control.Catalogue;
import dev.portico.portal.release.control.LocalReleases;
import dev.portico.portal.release.control.ProblemList;
import dev.portico.portal.release.entity.PluginDeployment;
import dev.portico.portal.release.entity.PluginNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every plugin there is, with what was decided about it and what the nodes say. The current tenant is the staff's own. */
@ApplicationScoped
@Transactional
public class PluginOverview {
    @Inject
    Deployments deployments;

    @Inject
    Releases releases;

    @Inject
    Catalogue catalogue;

    @Inject
    Plugins plugins;

    /**
     * @param plugins in the order of their ids
     * @param refused files of the catalogue that are no plugins which could run here
     */
    public record Overview(List<PluginStatus> plugins, List<Catalogue.Refused> refused) {
        public Optional<PluginStatus> find(String id) {
            return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
        }
    }

    public Overview get() {
        var offered = catalogue.look();
        var decided = new TreeMap<String, PluginDeployment>();
        deployments.all().forEach(deployment -> decided.put(deployment.pluginId(), deployment));
        var said = deployments.nodes();
        var nodes = said.stream().collect(groupingBy(PluginNode::pluginId));
        var names = said.stream().map(PluginNode::node).collect(toSet());
        var ids = new TreeSet<>(decided.keySet());
        ids.addAll(nodes.keySet());
        offered.plugins().forEach(plugin -> ids.add(plugin.id()));
        return new Overview(
                ids.stream()
                        .map(id -> status(
                                id,
                                Optional.ofNullable(decided.get(id)),
                                nodes.getOrDefault(id, List.of()),
                                names,
                                offered))
                        .toList(),
                offered.refused());
    }

    private PluginStatus status(
            String id,
            Optional<PluginDeployment> deployment,
            List<PluginNode> nodes,
            Set<String> names,
            Catalogue.Content offered) {
        var wanted = deployment.isPresent()
                ? deployment.flatMap(PluginDeployment::wanted)
                : catalogue.shipped().newest(id).map(PluginPackage::sha256);
        var offers = offered.plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .filter(plugin -> !wanted.equals(Optional.of(plugin.sha256())))
                .toList();
        var content = wanted.flatMap(digest -> read(digest, offered))
                .or(() -> plugins.running().stream()
                        .filter(running -> running.id().equals(id))
                        .findFirst())
                .or(() -> offers.stream().findFirst())
                .or(() -> releases.of(id).stream().findFirst().flatMap(last -> read(last.digest(), offered)));
        var silent = new TreeSet<>(names);
        nodes.forEach(node -> silent.remove(node.node()));
        return new PluginStatus(id, content, wanted, deployment, nodes, silent, offers, problems(deployment, nodes));
    }

    private Optional<PluginPackage> read(String digest, Catalogue.Content offered) {
        try {
            return catalogue
                    .shipped()
                    .find(digest)
                    .or(() -> offered.find(digest))
                    .or(() -> Optional.of(releases.read(digest)));
        } catch (LocalReleases.UnfitRelease unfit) {
            return Optional.empty();
        }
    }

    private static List<Problem> problems(Optional<PluginDeployment> deployment, List<PluginNode> nodes) {
        return Stream.concat(
                        deployment.stream().map(decision -> decision.takenBack().problems()),
                        nodes.stream().map(PluginNode::problems))
                .flatMap(json -> ProblemList.read(json).stream())
                .distinct()
                .toList();
    }
}
