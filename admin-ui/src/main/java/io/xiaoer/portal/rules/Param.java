package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One parameter of a rule in a form. */
interface Param {

    /** As the rule's form names it. */
    String name();

    Component component();

    /** What stands there, as the rule's form has it; null for nothing. */
    @Nullable
    Object read();

    /** Null for nothing. */
    void write(@Nullable Object value);

    /** @param problems by path; those of other parameters may be among them */
    void mark(Map<String, String> problems);

    void setReadOnly(boolean readOnly);
}
