package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.internal.Wire.ImageResource;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.security.WidgetCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shoppers' pictures as a browser sends and fetches them: whose they are comes from the token alone. */
@RestController
@RequestMapping("/widget/v1/{widgetKey}/conversations/{id}/images")
class WidgetImageController {

    private final ImageCalls calls;

    WidgetImageController(ImageCalls calls) {
        this.calls = calls;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImageResource upload(@PathVariable String id, HttpServletRequest request) throws IOException {
        WidgetCaller caller = WidgetCaller.current();
        return calls.upload(id, caller.bot(), ShopperRef.parse(caller.shopper()), request);
    }

    @GetMapping("/{imageId}")
    ResponseEntity<byte[]> get(@PathVariable String id, @PathVariable String imageId) {
        WidgetCaller caller = WidgetCaller.current();
        return calls.get(id, caller.bot(), ShopperRef.parse(caller.shopper()), imageId);
    }
}
