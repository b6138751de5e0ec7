package dev.portico.harmonycases;

import dev.portico.plugin.ticket.SubjectWordingPolicy;
import org.pf4j.Extension;

/** A case is urgent when its subject says that production is down. */
@Extension
public final class ProductionDownPolicy extends SubjectWordingPolicy {
    public ProductionDownPolicy() {
        super("productionDown");
    }
}
