package io.xiaoer.security.internal;

import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets bodies of megabytes come over HTTP/2. With Tomcat's own window of 64 KB they arrive in many small frames, which it takes for an attack
 * and answers by closing the connection.
 */
@Component
class LargeBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** A batch of a thousand records at once. */
    private static final int WINDOW = 1 << 20;

    private static final int SMALL_FRAME = 128;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TomcatConnectorCustomizer wider = connector -> {
            for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
                if (protocol instanceof Http2Protocol http2) {
                    http2.setInitialWindowSize(WINDOW);
                    http2.setOverheadDataThreshold(SMALL_FRAME);
                }
            }
        };
        factory.addConnectorCustomizers(wider);
    }
}
