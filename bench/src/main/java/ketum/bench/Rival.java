package ketum.bench;

/** A contender that is one or more other programs, running until closed. */
interface Rival extends Contender, AutoCloseable {

    @Override
    void close();
}
