/** The fields of a schema, flat: what a caller can give or read, by path. */
import type { At } from "@refunds/spec-reader";
import { child, children, members, type Node, type SpecDocument } from "./document.ts";
import { isSilent } from "./report.ts";

/** One field, whatever alternatives it has. */
export interface Field {
  readonly at: At;
  /** The field and everything that contains it are required. */
  readonly required: boolean;
  /** The field is required in the object that contains it. */
  readonly certain: boolean;
  /** JSON types, sorted. */
  readonly types: readonly string[];
  /** Every other word that counts; a list of them where alternatives differ. */
  readonly words: Readonly<Record<string, unknown>>;
}

/** Words that are read as structure, and say nothing by themselves. */
const structure = new Set(["type", "properties", "required", "items", "oneOf", "anyOf", "allOf"]);

/** Path -> field, with `.` between names and `[]` for the items of a list. The schema itself is "". */
export function fieldsOf(document: SpecDocument, schema: Node): Map<string, Field> {
  const fields = new Map<string, Field>();
  const visit = (
    node: Node,
    path: string,
    { required, certain }: Pick<Field, "required" | "certain">,
    above: readonly string[],
  ) => {
    // A schema that contains itself is listed once.
    const id = JSON.stringify(node.at);
    if (above.includes(id)) return;
    const inside = [...above, id];
    const alternatives = ["oneOf", "anyOf", "allOf"].flatMap((word) =>
      children(document, node, word).map((branch) => ({ branch, all: word === "allOf" })),
    );
    const bare = alternatives.length > 0 && node.value.type === undefined;
    if (!bare) add(fields, path, fieldOf(node, required, certain));
    for (const { branch, all } of alternatives) {
      visit(branch, path, { required: required && (all || path === ""), certain }, inside);
    }
    const demanded = new Set(node.value.required as readonly string[] | undefined);
    for (const [name, property] of members(document, node, "properties")) {
      const there = demanded.has(name);
      const within = path ? `${path}.${name}` : name;
      visit(property, within, { required: required && there, certain: there }, inside);
    }
    // JSON that travels as text is an object to callers of neither side but the wire's.
    for (const [word, suffix] of [
      ["items", "[]"],
      ["contentSchema", ""],
    ] as const) {
      if (node.value[word])
        visit(child(document, node, word), path + suffix, { required, certain }, inside);
    }
  };
  visit(schema, "", { required: true, certain: true }, []);
  return fields;
}

function fieldOf({ value, at }: Node, required: boolean, certain: boolean): Field {
  const words = Object.entries(value).filter(
    ([word]) => !structure.has(word) && word !== "contentSchema" && !isSilent(word),
  );
  const types = [value.type ?? typeOfValues(value)].flat().map(String).sort();
  return { at, required, certain, types, words: Object.fromEntries(words) };
}

/** Of a schema that names values and no type, the type of its values. */
function typeOfValues({ const: only, enum: values }: Node["value"]): readonly string[] {
  const all = only === undefined ? (values as readonly unknown[] | undefined) : [only];
  return all ? [...new Set(all.map((value) => typeof value))] : ["any"];
}

function add(fields: Map<string, Field>, path: string, field: Field): void {
  const known = fields.get(path);
  if (!known) {
    fields.set(path, field);
    return;
  }
  const words: Record<string, unknown> = { ...known.words };
  for (const [word, value] of Object.entries(field.words)) {
    const both = [words[word], value].flat().filter((each) => each !== undefined);
    const distinct = [...new Map(both.map((each) => [JSON.stringify(each), each])).values()];
    words[word] = Object.hasOwn(words, word) && distinct.length > 1 ? distinct : value;
  }
  fields.set(path, {
    at: known.at,
    required: known.required && field.required,
    certain: known.certain && field.certain,
    types: [...new Set([...known.types, ...field.types])].sort(),
    words,
  });
}
