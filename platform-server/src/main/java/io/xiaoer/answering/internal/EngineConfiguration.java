package io.xiaoer.answering.internal;

import io.xiaoer.answering.Embedder;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Language;
import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.answering.understanding.E5Embedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    Engine engine(BgeEmbedder chinese) throws IOException {
        Embedder english = new LazyEmbedder(E5Embedder.MODEL, E5Embedder::new);
        return new Engine(language(chinese, "zh"), language(english, "en"));
    }

    /** Each model remembers for itself: the same text is another vector in each. */
    private static Language language(Embedder embedder, String language) throws IOException {
        var offTopic = new ClassPathResource("io/xiaoer/answering/out-of-scope-" + language + ".txt");
        return Language.of(
                new RememberingEmbedder(embedder),
                offTopic.getContentAsString(StandardCharsets.UTF_8).lines().toList());
    }
}
