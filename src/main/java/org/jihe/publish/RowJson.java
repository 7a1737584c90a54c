package org.jihe.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.message.VisibleEscapes;
import org.jihe.table.Decimals;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of the tables as JSON: decimals without the zeros that the tables' scale adds, texts
 * exactly, with escapes for what a terminal would obey.
 */
public final class RowJson {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static {
    JSON.getFactory().setCharacterEscapes(new VisibleEscapes());
  }

  private RowJson() {}

  /** The row as an object of its columns. */
  static ObjectNode object(Row row) {
    ObjectNode object = NODES.objectNode();
    String[] names = row.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      object.set(names[i], node(row.get(i)));
    }
    return object;
  }

  /** A value for one cell: plain where it is one value, JSON where it has parts. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    JsonNode node = node(value);
    return node.isContainerNode() ? written(node) : node.asText();
  }

  private static String written(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** A value of a row. */
  public static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof Row row) {
      return object(row);
    }
    if (value instanceof BigDecimal number) {
      return NODES.numberNode(Decimals.plain(number));
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      new TreeMap<>(CollectionConverters.asJava(map))
          .forEach((name, part) -> object.set(String.valueOf(name), node(part)));
      return object;
    }
    if (value instanceof Iterable<?> parts) {
      ArrayNode array = NODES.arrayNode();
      CollectionConverters.asJava(parts).forEach(part -> array.add(node(part)));
      return array;
    }
    boolean plain =
        value instanceof String
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof byte[];
    return plain ? JSON.valueToTree(value) : NODES.textNode(value.toString());
  }
}
