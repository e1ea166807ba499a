package org.ocsf4j.testkit.server;

import java.util.concurrent.CountDownLatch;

/** A program that starts a server, says which, and never closes it. */
final class ServerHolder {

    private ServerHolder() {}

    /** Argument: {@code exit} to end as programs do, {@code stay} to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        LocalSqs server = LocalSqs.start();
        System.out.println(server.pid());
        System.out.println(server.logFile());
        System.out.flush();
        if (arguments[0].equals("stay")) {
            new CountDownLatch(1).await();
        }
    }
}
