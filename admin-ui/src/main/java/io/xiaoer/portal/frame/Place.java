package io.xiaoer.portal.frame;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** What an address of the portal says beyond the view's name. */
public record Place(RouteParameters path, QueryParameters query) {

    public static Place of(BeforeEnterEvent event) {
        return new Place(event.getRouteParameters(), event.getLocation().getQueryParameters());
    }

    /** A part of the path, such as an entry's key. */
    public Optional<String> path(String parameter) {
        return path.get(parameter);
    }

    /** Something after the question mark. */
    public Optional<String> query(String parameter) {
        return query.getSingleParameter(parameter).filter(value -> !value.isBlank());
    }
}
