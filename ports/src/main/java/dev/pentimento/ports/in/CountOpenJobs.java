package dev.pentimento.ports.in;

/** Counts the jobs that are not final yet, whoever owns them, as far as the providers that are known here could do them. */
public interface CountOpenJobs {

    Count handle();

    /**
     * How many there are.
     *
     * @param waiting that nobody works on
     * @param underWay that somebody works on, or has reserved for himself
     */
    record Count(int waiting, int underWay) {
        public int total() {
            return waiting + underWay;
        }
    }
}
