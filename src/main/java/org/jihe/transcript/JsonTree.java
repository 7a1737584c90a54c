package org.jihe.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON text as a tree whose values know where they stand; of a broken text what came before. */
final class JsonTree {

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 1000;
  private static final int LONGEST_TEXT = 20_000_000;

  /** How the parser names another place in its messages. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^\\]]*line: (\\d+), column: (\\d+)]");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  /**
   * A value and where it begins.
   *
   * @param text what is printed, null for {@code null} and for what has members
   * @param members values by name, or null where this is no object
   * @param items values of an array, or null where this is none
   * @param line where it begins, counted from 1; 0 where that is not known
   */
  record Value(
      @Nullable String text,
      @Nullable Map<String, Value> members,
      @Nullable List<Value> items,
      int line,
      int column) {

    /** The member, or null where there is none of the name. */
    @Nullable Value member(String name) {
      return members == null ? null : members.get(name);
    }
  }

  private final List<Value> roots = new ArrayList<>();
  private final Deque<Value> open = new ArrayDeque<>();
  private String error = "";
  private boolean tooDeep;

  private JsonTree() {}

  /** Reads one value after another. */
  static JsonTree read(String text, int mostValues) {
    JsonTree tree = new JsonTree();
    try (JsonParser parser = JSON.createParser(text)) {
      tree.read(parser, mostValues);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : " (" + at.getLineNr() + ":" + at.getColumnNr() + ")";
      tree.error = SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1:$2") + place;
      tree.tooDeep = e instanceof StreamConstraintsException;
    } catch (IOException e) {
      tree.error = String.valueOf(e.getMessage());
    }
    return tree;
  }

  /** A tree whose places are not known. */
  static Value of(JsonNode node) {
    Map<String, Value> members = null;
    List<Value> items = null;
    if (node.isObject()) {
      members = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        members.put(member.getKey(), of(member.getValue()));
      }
    } else if (node.isArray()) {
      items = new ArrayList<>();
      for (JsonNode item : node) {
        items.add(of(item));
      }
    }
    String text = node.isValueNode() && !node.isNull() ? node.asText() : null;
    return new Value(text, members, items, 0, 0);
  }

  private void read(JsonParser parser, int mostValues) throws IOException {
    int values = 0;
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        name = parser.currentName();
        continue;
      }
      if (token.isStructEnd()) {
        open.pop();
        continue;
      }
      if (++values > mostValues) {
        error = "cells > " + mostValues;
        tooDeep = true;
        return;
      }
      JsonLocation at = parser.currentTokenLocation();
      Value value =
          new Value(
              token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null,
              token == JsonToken.START_OBJECT ? new LinkedHashMap<>() : null,
              token == JsonToken.START_ARRAY ? new ArrayList<>() : null,
              at.getLineNr(),
              at.getColumnNr());
      if (!put(open.peek(), name, value)) {
        error = "\"" + name + "\" twice (" + value.line + ":" + value.column + ")";
        return;
      }
      if (token.isStructStart()) {
        open.push(value);
      }
    }
  }

  /** False where the object has a member of the name already. */
  private boolean put(@Nullable Value container, String name, Value value) {
    if (container == null) {
      return roots.add(value);
    }
    if (container.members != null) {
      return container.members.putIfAbsent(name, value) == null;
    }
    return container.items != null && container.items.add(value);
  }

  /** The values of the text, the last one perhaps torn. */
  List<Value> roots() {
    return roots;
  }

  /** True where the text ends or breaks inside a value. */
  boolean isTorn() {
    return !open.isEmpty();
  }

  /** True where the text ends or breaks inside this value. */
  @SuppressWarnings("ReferenceEquality") // another one may hold the same
  boolean isTorn(Value value) {
    for (Value each : open) {
      if (each == value) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with the text and where; empty where nothing is. */
  String error() {
    return error;
  }

  /** True where the text is beyond what is read. */
  boolean beyondLimits() {
    return tooDeep;
  }
}
