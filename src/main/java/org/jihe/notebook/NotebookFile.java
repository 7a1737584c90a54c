package org.jihe.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.message.JobException;

/**
 * Notebooks as files of Jupyter's format 4 ({@code .ipynb}), written so that the same notebook
 * gives the same bytes. The kernel that they name is {@code java}.
 */
public final class NotebookFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter PRETTY = JSON.writer(printer());
  private static final int FORMAT = 4;
  private static final String PLAIN = "text/plain";
  private static final String HTML = "text/html";

  private NotebookFile() {}

  /**
   * Reads a notebook.
   *
   * @throws JobException where the file cannot be read or is no notebook of this format
   */
  public static Notebook read(Path file) throws JobException {
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException e) {
      throw problem("notebook.noNotebook", file, "UTF-8");
    } catch (IOException e) {
      throw problem("notebook.unreadable", file, String.valueOf(e.getMessage()));
    }
    try {
      return parse(file, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw problem("notebook.noNotebook", file, e.getOriginalMessage());
    }
  }

  private static Notebook parse(Path file, JsonNode json) throws JobException {
    if (json.path("nbformat").asInt() != FORMAT || !json.path("cells").isArray()) {
      throw problem("notebook.noNotebook", file, "nbformat " + FORMAT);
    }
    String language =
        json.at("/metadata/kernelspec/language")
            .asText(json.at("/metadata/language_info/name").asText("java"));
    if (!language.equalsIgnoreCase("java")) {
      throw problem("notebook.otherLanguage", file, language);
    }
    List<Cell> cells = new ArrayList<>();
    for (JsonNode cell : json.get("cells")) {
      cells.add(
          new Cell(
              kind(cell.path("cell_type").asText()),
              cell.path("id").asText("cell-" + (cells.size() + 1)),
              text(cell.path("source")),
              outputs(cell.path("outputs"))));
    }
    return new Notebook(cells);
  }

  private static Cell.Kind kind(String type) {
    return switch (type) {
      case "code" -> Cell.Kind.CODE;
      case "markdown" -> Cell.Kind.MARKDOWN;
      default -> Cell.Kind.RAW;
    };
  }

  private static List<Output> outputs(JsonNode json) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode output : json) {
      switch (output.path("output_type").asText()) {
        case "stream" -> outputs.add(new Output.Printed(text(output.path("text"))));
        case "error" ->
            outputs.add(
                new Output.Failed(
                    output.path("ename").asText(), output.path("evalue").asText(), 0));
        default -> {
          JsonNode data = output.path("data");
          outputs.add(new Output.Shown(text(data.path(PLAIN)), text(data.path(HTML))));
        }
      }
    }
    return outputs;
  }

  /** A text that is one string or one string a line. */
  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText("");
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  /** The notebook as the bytes of a file, in UTF-8. */
  public static String print(Notebook notebook) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode cells = json.putArray("cells");
    int executed = 0;
    for (Cell cell : notebook.cells()) {
      ObjectNode object = cells.addObject();
      object.put("cell_type", cell.kind().name().toLowerCase(Locale.ROOT));
      boolean isCode = cell.kind() == Cell.Kind.CODE;
      if (isCode) {
        object.put("execution_count", ++executed);
      }
      object.put("id", cell.id());
      object.putObject("metadata");
      if (isCode) {
        ArrayNode outputs = object.putArray("outputs");
        for (Output output : cell.outputs()) {
          put(outputs.addObject(), output);
        }
      }
      lines(object.putArray("source"), cell.source());
    }
    ObjectNode metadata = json.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Java")
        .put("language", "java")
        .put("name", "java");
    metadata
        .putObject("language_info")
        .put("file_extension", ".jshell")
        .put("mimetype", "text/x-java-source")
        .put("name", "java");
    json.put("nbformat", FORMAT).put("nbformat_minor", 5);
    try {
      return PRETTY.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(ObjectNode object, Output output) {
    if (output instanceof Output.Printed printed) {
      object.put("name", "stdout").put("output_type", "stream");
      lines(object.putArray("text"), printed.text());
    } else if (output instanceof Output.Failed failed) {
      object.put("ename", failed.name()).put("evalue", failed.text()).put("output_type", "error");
      lines(object.putArray("traceback"), failed.text());
    } else if (output instanceof Output.Shown shown) {
      ObjectNode data = object.putObject("data");
      if (!shown.html().isEmpty()) {
        lines(data.putArray(HTML), shown.html());
      }
      lines(data.putArray(PLAIN), shown.text());
      object.putObject("metadata");
      object.put("output_type", "display_data");
    }
  }

  private static void lines(ArrayNode array, String text) {
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed + 1;
      array.add(text.substring(from, to));
      from = to;
    }
  }

  /** As Jupyter writes its files: a blank for each level, nothing before a colon. */
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  static JobException problem(String key, Path file, String detail) {
    return new JobException(key, Map.of("file", file.toString(), "detail", detail));
  }
}
