package dev.portico.portal.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pool of the portal's own database role, which owns nothing. It names no isolation level, because the server would
 * then ask the database for the current one after each transaction; PostgreSQL's own is READ COMMITTED. Untyped strings
 * let PostgreSQL take text for {@code jsonb} columns; prepared statements are kept by the driver. What the database says
 * of a refused row, values included, stays out of exceptions and so of logs.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/portico",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=portico.db.url}",
        user = "${MPCONFIG=portico.db.user}",
        password = "${MPCONFIG=portico.db.password}",
        minPoolSize = 2,
        maxPoolSize = 16,
        properties = {
            "stringtype=unspecified",
            "prepareThreshold=1",
            "ApplicationName=portico",
            "logServerErrorDetail=false",
            // After the database was away no request meets a dead connection.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=30"
        })
public class PortalDataSource {}
