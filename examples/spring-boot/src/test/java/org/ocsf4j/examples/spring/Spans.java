package org.ocsf4j.examples.spring;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans go here instead of to a collector. */
@Configuration(proxyBeanMethods = false)
class Spans {

    @Bean
    InMemorySpanExporter spanExporter() {
        return InMemorySpanExporter.create();
    }
}
