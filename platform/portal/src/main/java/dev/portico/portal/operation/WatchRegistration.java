package dev.portico.portal.operation;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Annotations cannot say which filter comes first. */
@WebListener
public class WatchRegistration implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        var watch = event.getServletContext().addFilter("request-watch", RequestWatch.class);
        watch.setAsyncSupported(true);
        watch.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
