package dev.pentimento.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells which release this is. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = ProgramVersion.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        }
        return new String[] {"pentimento " + properties.getProperty("version")};
    }
}
