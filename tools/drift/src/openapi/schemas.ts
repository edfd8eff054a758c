/** Schemas of an OpenAPI file: references followed, `allOf` put together, alternatives compared. */
import { type Holder, isRecord, list, listOfText, resolve } from "../spec/data.ts";

export interface Merged {
  readonly schema: Holder;
  readonly properties: Readonly<Record<string, Holder>>;
  readonly required: ReadonlySet<string>;
}

/** Deeper than any answer is: a schema that holds itself ends here. */
export const deepest = 12;

export class Schemas {
  private readonly document: Holder;

  constructor(document: Holder) {
    this.document = document;
  }

  resolved(written: Holder): Holder {
    return resolve(this.document, written, []).holder;
  }

  private parts(written: Holder, key: string): Holder[] {
    return list(this.resolved(written)[key]);
  }

  typesOf(written: Holder, depth = 0): string[] {
    const schema = this.resolved(written);
    const inner = ["oneOf", "anyOf", "allOf"].flatMap((key) =>
      depth < deepest ? this.parts(schema, key).flatMap((one) => this.typesOf(one, depth + 1)) : [],
    );
    const own = listOfText(schema.type);
    const implied = own.length === 0 && isRecord(schema.properties) ? ["object"] : [];
    return [...new Set([...own, ...inner, ...implied])];
  }

  /** What `allOf` adds up to; of alternatives, what all of them require. */
  merged(written: Holder, depth = 0): Merged {
    const schema = this.resolved(written);
    const properties = new Map<string, Holder>();
    const required = new Set(listOfText(schema.required));
    let whole = schema;
    const take = (one: Merged) => {
      for (const [name, property] of Object.entries(one.properties))
        if (!properties.has(name)) properties.set(name, property);
      whole = { ...one.schema, ...whole };
    };
    for (const [name, property] of Object.entries(
      isRecord(schema.properties) ? schema.properties : {},
    ))
      if (isRecord(property)) properties.set(name, property);
    if (depth < deepest) {
      for (const one of this.parts(schema, "allOf").map((part) => this.merged(part, depth + 1))) {
        take(one);
        for (const name of one.required) required.add(name);
      }
      for (const key of ["oneOf", "anyOf"]) {
        const ways = this.parts(schema, key).map((part) => this.merged(part, depth + 1));
        ways.forEach(take);
        for (const name of ways[0]?.required ?? [])
          if (ways.every((one) => one.required.has(name))) required.add(name);
      }
    }
    return { schema: whole, properties: Object.fromEntries(properties), required };
  }
}
