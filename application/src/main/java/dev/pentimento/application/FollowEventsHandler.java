package dev.pentimento.application;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.out.Records;

final class FollowEventsHandler implements FollowEvents {
    private final Records records;
    private final EventFeed feed;

    FollowEventsHandler(Records records, EventFeed feed) {
        this.records = records;
        this.feed = feed;
    }

    @Override
    public Subscription handle(Query query) {
        requireOwned(query.scope(), query.owner());
        return feed.subscribe(query.scope(), query.after());
    }

    private void requireOwned(Scope scope, UserId owner) {
        scope.<Object>match(
                job -> Jobs.find(records, owner, job.job()),
                concept -> records.read(reader -> new References(reader, owner).concept(concept.concept())));
    }
}
