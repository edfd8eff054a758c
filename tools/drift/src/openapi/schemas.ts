/** Schemas of an OpenAPI file: references followed, `allOf` put together, alternatives compared. */
import { type Holder, isRecord, list, listOfText, record, resolve } from "../spec/data.ts";

export interface Merged {
  readonly schema: Holder;
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Holder>;
  readonly required: ReadonlySet<string>;
}

/** Deeper than any answer is: a schema that holds itself ends here. */
export const deepest = 12;

/** What `allOf` adds up to; of alternatives, what all of them require. */
export function merged(document: Holder, written: Holder, depth = 0): Merged {
  const schema = resolve(document, written, []).holder;
  const own = Object.entries(record(schema.properties));
  const parts = (key: string) =>
    depth < deepest ? list(schema[key]).map((part) => merged(document, part, depth + 1)) : [];
  const [all = [], ...ways] = ["allOf", "oneOf", "anyOf"].map(parts);
  const inner = [...all, ...ways.flat()];
  const types = listOfText(schema.type);
  const always = ways.flatMap(([first, ...others]) =>
    [...(first?.required ?? [])].filter((name) => others.every((way) => way.required.has(name))),
  );
  // Of two that say the same, the first counts.
  const properties = new Map<string, Holder>();
  for (const [name, property] of [...own, ...inner.flatMap((part) => [...part.properties])])
    if (isRecord(property) && !properties.has(name)) properties.set(name, property);
  return {
    schema: Object.assign({}, ...inner.map((part) => part.schema).reverse(), schema),
    types: new Set([
      ...types,
      ...inner.flatMap((part) => [...part.types]),
      ...(types.length === 0 && own.length > 0 ? ["object"] : []),
    ]),
    properties,
    required: new Set([
      ...listOfText(schema.required),
      ...all.flatMap((part) => [...part.required]),
      ...always,
    ]),
  };
}

/** The words that a schema lists for a field below it, in whichever of its alternatives. */
export function wordsAt(
  document: Holder,
  written: Holder,
  path: readonly string[],
  depth = 0,
): readonly string[] {
  if (depth > deepest) return [];
  const schema = resolve(document, written, []).holder;
  const [name, ...rest] = path;
  const property = name === undefined ? undefined : record(schema.properties)[name];
  return [
    ...(name === undefined ? [...listOfText(schema.enum), ...listOfText(schema.const)] : []),
    ...(isRecord(property) ? wordsAt(document, property, rest, depth + 1) : []),
    ...[...["allOf", "oneOf", "anyOf"].flatMap((key) => list(schema[key])), record(schema.items)]
      .filter((inner) => Object.keys(inner).length > 0)
      .flatMap((inner) => wordsAt(document, inner, path, depth + 1)),
  ];
}
