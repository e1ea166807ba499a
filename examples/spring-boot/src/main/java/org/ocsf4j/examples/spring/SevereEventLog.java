package org.ocsf4j.examples.spring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes severe events to the log. Replace it by what pages somebody. */
@Component
final class SevereEventLog {

    private static final Logger LOG = LoggerFactory.getLogger(SevereEventLog.class);

    @EventListener
    void tell(SevereEvent event) {
        LOG.warn("severe={} class={} severity={}", event.id(), event.classUid(), event.severityId());
    }
}
