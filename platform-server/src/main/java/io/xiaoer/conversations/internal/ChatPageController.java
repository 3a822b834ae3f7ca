package io.xiaoer.conversations.internal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page every bot has without its shop building anything; the page itself reads the widget key from its address. */
@Controller
class ChatPageController {

    @GetMapping("/chat/{widgetKey}")
    String page() {
        return "forward:/chat-assets/index.html";
    }
}
