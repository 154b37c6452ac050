package dev.pentimento.application;

import dev.pentimento.ports.in.ObserveWork;
import dev.pentimento.ports.out.WorkObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told of the work of this process. None of them can harm it. */
final class Observers implements ObserveWork {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<WorkObserver> observers = new CopyOnWriteArrayList<>();

    @Override
    public Observation handle(WorkObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    <T> void tell(List<T> news, BiConsumer<WorkObserver, T> telling) {
        for (WorkObserver observer : observers) {
            news.forEach(one -> tell(observer, one, telling));
        }
    }

    private static <T> void tell(WorkObserver observer, T news, BiConsumer<WorkObserver, T> telling) {
        try {
            telling.accept(observer, news);
        } catch (RuntimeException | Error e) {
            LOG.warn("An observer of the work failed", e);
        }
    }
}
