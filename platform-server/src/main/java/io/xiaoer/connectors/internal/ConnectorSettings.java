package io.xiaoer.connectors.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform's operator says about calls to shops' systems.
 *
 * @param allow {@code host:port} that may be private and speak plain http, several separated by commas
 */
@ConfigurationProperties("xiaoer.connectors")
record ConnectorSettings(@DefaultValue("") String allow) {}
