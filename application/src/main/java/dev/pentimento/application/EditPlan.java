package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.ImageEditor;
import java.util.List;

/**
 * What an editor is asked for a refinement.
 *
 * @param requests one for each call; at least one
 */
record EditPlan(ImageEditor editor, Framing framing, List<ImageEditor.Request> requests) {
    EditPlan {
        requests = List.copyOf(requests);
    }

    /** Of all calls together. */
    Cost estimate() {
        return requests.stream().map(editor::estimate).reduce(Cost::plus).orElseThrow();
    }
}
