package dev.portico.portal.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pool of the portal's own database role, which owns nothing. Untyped strings let PostgreSQL take text for
 * {@code jsonb} columns; prepared statements are kept by the driver. What the server says of a
 * refused row, values included, stays out of exceptions and so of logs.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/portico",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=portico.db.url}",
        user = "${MPCONFIG=portico.db.user}",
        password = "${MPCONFIG=portico.db.password}",
        isolationLevel = java.sql.Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 2,
        maxPoolSize = 24,
        properties = {
            "stringtype=unspecified",
            "prepareThreshold=1",
            "ApplicationName=portico",
            "logServerErrorDetail=false"
        })
public class PortalDataSource {}
