package org.ocsf4j.examples.spring;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The ids of the severe events that the application was told of. */
@Component
final class Collected {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @EventListener
    void tell(SevereEvent event) {
        ids.add(event.id());
    }

    Set<String> ids() {
        return Set.copyOf(ids);
    }
}
