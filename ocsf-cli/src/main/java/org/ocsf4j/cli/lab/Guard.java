package org.ocsf4j.cli.lab;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, and what a browser may do with the answer. The page is for a browser on this machine that was pointed at it by its
 * owner: a foreign {@code Host} is another site's name that was bound to our address, and a foreign {@code Sec-Fetch-Site} another
 * site's page.
 */
final class Guard {

    /** Nothing but the page's own files, no inline script or style, and no HTML made from text. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types default";

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Guard() {}

    /** Why a request is refused, null where it is not. */
    static @Nullable Answer refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null || !ownHosts(exchange.getLocalAddress()).contains(host)) {
            return Answer.error(403, "[lab's page] a foreign Host; open the address that the lab printed");
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean follows = "navigate".equals(headers.getFirst("Sec-Fetch-Mode"));
        if (site != null && !OWN_SITES.contains(site) && !follows) {
            return Answer.error(403, "[lab's page] asked by another site; open the address that the lab printed");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.error(405, "[lab's page] GET only; " + exchange.getRequestMethod() + "; ask with GET");
        }
        return null;
    }

    private static Set<String> ownHosts(InetSocketAddress local) {
        return Set.of("127.0.0.1:" + local.getPort(), "localhost:" + local.getPort());
    }

    static void protect(Headers headers) {
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }
}
