package dev.portico.systemstatus.store;

/** Regions have no id of their own, only a name. */
public final class Regions {
    private Regions() {}

    /** What those subscribe to who want to know of a region. */
    public static String topic(String region) {
        return "region-" + Sql.id("region", region);
    }
}
