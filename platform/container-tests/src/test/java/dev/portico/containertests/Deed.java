package dev.portico.containertests;

/** What a test does within a transaction. */
interface Deed<T> {
    T run() throws Exception;
}
