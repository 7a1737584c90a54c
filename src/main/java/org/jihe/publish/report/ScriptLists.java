package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Data files that are lists, written a row at a time, however many rows there are. */
final class ScriptLists implements Closeable {

  private final Path folder;
  private final Map<String, BufferedWriter> open = new TreeMap<>();
  private final Set<String> filled = new HashSet<>();

  ScriptLists(Path folder) {
    this.folder = folder;
  }

  /** Begins a list, so that it is there also where no row follows. */
  void begin(String name) throws IOException {
    if (!open.containsKey(name)) {
      Path file = folder.resolve("data/" + name + ".js");
      Files.createDirectories(file.getParent());
      BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
      writer.write("jihe.take(" + ScriptFile.JSON.writeValueAsString(name) + ",[");
      open.put(name, writer);
    }
  }

  /** Adds a row to a list. */
  void add(String name, JsonNode row) throws IOException {
    boolean first = filled.add(name);
    begin(name);
    BufferedWriter writer = open.get(name);
    if (writer != null) {
      writer.write(first ? "" : ",\n");
      writer.write(ScriptFile.JSON.writeValueAsString(row));
    }
  }

  @Override
  public void close() throws IOException {
    for (BufferedWriter writer : open.values()) {
      writer.write("\n]);\n");
      writer.close();
    }
    open.clear();
  }
}
