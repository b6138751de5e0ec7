package dev.portico.plugin.table;

/**
 * The plugin's own tables as the tenant has them on whose behalf it is called: no statement sees, changes or makes a row
 * of another.
 */
public interface Tables {
    /** Of a plugin that has not asked for tables of its own. */
    Tables NONE = new Tables() {
        @Override
        public <R> R transact(Work<R> work) {
            throw new TableException(TableException.Kind.MISTAKE, "this plugin has no tables of its own");
        }
    };

    /**
     * Runs a piece of work in a transaction of its own, which is committed when it returns and rolled back when it throws,
     * or when the portal waits no longer for the call that it is part of.
     *
     * <p>It belongs to the calling thread and lasts as long as the call at most. It is not the transaction of the
     * request: what is committed stays, whatever becomes of the ticket.
     *
     * @throws TableException if the database refuses
     */
    <R> R transact(Work<R> work);

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<R> {
        /** @param statements of no use once the work has returned */
        R run(Statements statements);
    }
}
