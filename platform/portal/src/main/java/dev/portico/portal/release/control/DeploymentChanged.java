package dev.portico.portal.release.control;

/** Something was decided about a plugin; observe it after the transaction's success. */
public record DeploymentChanged(String pluginId) {}
