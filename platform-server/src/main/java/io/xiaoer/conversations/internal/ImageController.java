package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.internal.Wire.ImageResource;
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

/** Shoppers' pictures as the shop's own systems send and fetch them. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/images")
class ImageController {

    private final ImageCalls calls;

    ImageController(ImageCalls calls) {
        this.calls = calls;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImageResource upload(@PathVariable String id, HttpServletRequest request) throws IOException {
        return calls.upload(id, null, null, request);
    }

    @GetMapping("/{imageId}")
    ResponseEntity<byte[]> get(@PathVariable String id, @PathVariable String imageId) {
        return calls.get(id, null, null, imageId);
    }
}
