package dev.portico.portal.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pool for what plugins' code does with their own tables, apart from the portal's, which they can therefore not
 * exhaust; a single plugin, with its eight threads, cannot exhaust this one. It knows nothing of requests and their transactions: plugins run in threads of their own. What such a thread
 * keeps longer than any call lasts is taken from it. Statements are not prepared for long, because one text may mean two
 * tables of two plugins.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/plugins",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=portico.db.url}",
        user = "${MPCONFIG=portico.db.user}",
        password = "${MPCONFIG=portico.db.password}",
        transactional = false,
        minPoolSize = 0,
        initialPoolSize = 0,
        maxPoolSize = 16,
        properties = {
            "prepareThreshold=0",
            "ApplicationName=portico plugins",
            "logServerErrorDetail=false",
            "fish.payara.allow-non-component-callers=true",
            "fish.payara.max-wait-time-in-millis=1000",
            "fish.payara.connection-leak-timeout-in-seconds=10",
            "fish.payara.connection-leak-reclaim=true",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            // Each time: the database ends those of plugins that hang.
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
        })
public class PluginDataSource {}
