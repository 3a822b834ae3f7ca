package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.Map;

/** A vertical pack: what a new shop's bot knows and how it speaks. Its form is held to JSON Schemas by the build. */
public record Pack(
        String key,
        String locale,
        int version,
        Map<String, String> name,
        Map<String, String> summary,
        List<EntryDraft> entries,
        List<List<String>> synonyms,
        List<String> words,
        ToneProfile tone) {}
