package dev.portico.portal.log;

/**
 * A request that was answered, without anything that the browser sent.
 *
 * @param route name of the route, never the path
 */
public record AccessLine(String method, String route, int status, long millis) {
    @Override
    public String toString() {
        return method + " " + route + " " + status + " " + millis + " ms";
    }
}
