package org.ocsf4j.testkit.server;

import java.net.InetSocketAddress;

/** Starts ElasticMQ inside its own process; its queue URLs carry the port that it was given. */
final class SqsChild {

    private SqsChild() {}

    /** Starts with no queues; returns the port. */
    static int start(String region, String accountId) throws ReflectiveOperationException {
        Object builder = Class.forName("org.elasticmq.rest.sqs.SQSRestServerBuilder")
                .getMethod("withInterface", String.class)
                .invoke(null, "127.0.0.1");
        builder = builder.getClass().getMethod("withDynamicPort").invoke(builder);
        builder = builder.getClass().getMethod("withAWSRegion", String.class).invoke(builder, region);
        builder = builder.getClass().getMethod("withAWSAccountId", String.class).invoke(builder, accountId);
        Object server = builder.getClass().getMethod("start").invoke(builder);
        Object binding = server.getClass().getMethod("waitUntilStarted").invoke(server);
        Object address = binding.getClass().getMethod("localAddress").invoke(binding);
        return ((InetSocketAddress) address).getPort();
    }
}
