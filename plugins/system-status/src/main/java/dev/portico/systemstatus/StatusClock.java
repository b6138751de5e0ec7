package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.job.JobHandler;
import dev.portico.systemstatus.store.Upkeep;
import java.time.Clock;
import org.pf4j.Extension;

/** Begins and ends planned maintenance, lets go of what is over, and forgets what is old. */
@Extension
public class StatusClock implements JobHandler {
    private final Clock clock;

    public StatusClock() {
        this(Clock.systemUTC());
    }

    StatusClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean run(TenantView tenant, String job) {
        return Upkeep.run(tenant, clock.instant());
    }
}
