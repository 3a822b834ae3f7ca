package io.xiaoer.answering.internal;

import io.xiaoer.answering.Engine;
import io.xiaoer.answering.understanding.BgeEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    BgeEmbedder bgeEmbedder() {
        return new BgeEmbedder();
    }

    @Bean
    Engine engine(BgeEmbedder embedder) throws IOException {
        List<String> offTopic = new ClassPathResource("io/xiaoer/answering/out-of-scope-zh.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return new Engine(new RememberingEmbedder(embedder), offTopic);
    }
}
