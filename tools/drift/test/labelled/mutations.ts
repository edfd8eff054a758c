/** Changes of facts, drawn by seed. Each gives undefined where the page has nothing of the kind. */
import type { Effect } from "../../src/compare/change.ts";
import { changeExample, changeRow } from "./edit-page.ts";
import type { LabelledChange } from "./label.ts";
import type { Outline, Side, Words } from "./outline.ts";
import type { Random } from "./random.ts";

export interface Mutated {
  readonly content: string;
  readonly changes: readonly LabelledChange[];
}

export type Mutation = (content: string, outline: Outline, random: Random) => Mutated | undefined;

const newNames = ["channel", "batch", "cashier", "region", "terminal"];

const changed = (
  content: string,
  kind: LabelledChange["kind"],
  about: string,
  effect: Effect,
): Mutated => ({ content, changes: [{ kind, about, effect }] });

type Field = { readonly name: string; readonly words: Words };

function fieldsOf({ fields }: Outline, side: Side, fits: (words: Words) => unknown): Field[] {
  return Object.entries(fields[side])
    .filter(([, words]) => fits(words))
    .map(([name, words]) => ({ name, words }));
}

const anyField = () => true;

const add =
  (side: Side, required: boolean): Mutation =>
  (content, outline, random) => {
    const name = random.pick(newNames);
    const near = random.pick(fieldsOf(outline, side, anyField)).name;
    const word = outline.required[required ? 0 : 1];
    const row = outline.added[side].replace("NAME", name).replace("REQUIRED", word);
    const inTable = changeRow(content, outline, side, near, (before) => before + row);
    const inBoth = changeExample(
      inTable,
      outline,
      side,
      near,
      (line, indent) => `${indent}"${name}": "K-17",\n${line}`,
    );
    const effect = side === "request" && required ? "major" : "minor";
    return changed(inBoth, "added", `${side}.${name}`, effect);
  };

const remove =
  (side: Side): Mutation =>
  (content, outline, random) => {
    const { name } = random.pick(fieldsOf(outline, side, anyField));
    const inTable = changeRow(content, outline, side, name, () => "");
    const inBoth = changeExample(inTable, outline, side, name, () => "");
    return changed(inBoth, "removed", `${side}.${name}`, "major");
  };

const rename =
  (side: Side): Mutation =>
  (content, outline, random) => {
    const { name } = random.pick(fieldsOf(outline, side, anyField));
    const last = name.slice(name.lastIndexOf(".") + 1);
    const now = name.includes("_") ? `${last}_value` : `${last}Value`;
    const put = (line: string) => line.replace(last, now);
    const inTable = changeRow(content, outline, side, name, put);
    return changed(
      changeExample(inTable, outline, side, name, put),
      "renamed",
      `${side}.${name}`,
      "major",
    );
  };

function classOf(type: string): keyof Outline["types"] {
  if (/^(str|char|date|time|an?s?\.)/i.test(type)) return "text";
  return /^bool/i.test(type) ? "boolean" : "number";
}

const retype =
  (side: Side): Mutation =>
  (content, outline, random) => {
    const { name, words } = random.pick(fieldsOf(outline, side, anyField));
    const others = (["text", "number", "boolean"] as const).filter((c) => c !== classOf(words[0]));
    const type = outline.types[random.pick(others)];
    const after = changeRow(content, outline, side, name, (row) => {
      const start = row.indexOf(name) + name.length;
      return row.slice(0, start) + row.slice(start).replace(words[0], type);
    });
    return changed(after, "type", `${side}.${name}`, "major");
  };

const flip =
  (side: Side): Mutation =>
  (content, outline, random) => {
    const fields = fieldsOf(outline, side, ([, required]) => required);
    if (fields.length === 0) return undefined;
    const { name, words } = random.pick(fields);
    const [type] = words;
    const was = words[1] ?? "";
    const now = was === outline.required[0] ? outline.required[1] : outline.required[0];
    const after = changeRow(content, outline, side, name, (row) => {
      const named = row.indexOf(name) + name.length;
      const typed = row.indexOf(type, named);
      const start = row.slice(named, typed).includes(was) ? named : typed + type.length;
      return row.slice(0, start) + row.slice(start).replace(was, now);
    });
    const breaks = (side === "request") === (now === outline.required[0]);
    return changed(after, "required", `${side}.${name}`, breaks ? "major" : "minor");
  };

const limit =
  (side: Side): Mutation =>
  (content, outline, random) => {
    const fields = fieldsOf(outline, side, ([, , most]) => most);
    if (fields.length === 0) return undefined;
    const { name, words } = random.pick(fields);
    const was = words[2] ?? "";
    const now = Number(was) + random.pick([-3, -1, 1, 8]);
    if (now < 1) return undefined;
    const after = changeRow(content, outline, side, name, (row) => {
      // The first number of the row that is this one: in prose behind it the same digits may stand.
      const at = row.indexOf(was, row.indexOf(name) + name.length);
      return row.slice(0, at) + now + row.slice(at + was.length);
    });
    const gains = side === "request" && now > Number(was);
    return changed(after, "limit", `${side}.${name}`, gains ? "minor" : "patch");
  };

const word =
  (gain: boolean): Mutation =>
  (content, outline, random) => {
    const lists = outline.enums.filter(({ items }) => gain || items.length > 2);
    if (lists.length === 0) return undefined;
    const { side, name, items, join = ", ", new: fresh, deciding } = random.pick(lists);
    const at = random.whole(items.length);
    const lost = random.pick(items.filter((item) => item !== deciding));
    const now = gain
      ? [...items.slice(0, at), fresh, ...items.slice(at)]
      : items.filter((item) => item !== lost);
    const after = changeRow(content, outline, side, name, (row) =>
      row.replace(items.join(join), now.join(join)),
    );
    return changed(after, "enum", `${side}.${name}`, gain ? "minor" : "major");
  };

const code =
  (kind: "added" | "removed" | "renumbered" | "message"): Mutation =>
  (content, outline, random) => {
    const [which, message] = random.pick(Object.entries(outline.codes));
    const fresh = outline.code_new;
    const row = {
      added: (before: string) => before + outline.added.error.replace("CODE", fresh),
      removed: () => "",
      renumbered: (before: string) => before.replace(which, fresh),
      message: (before: string) => before.replace(message, `${message} here`),
    }[kind];
    const after = changeRow(content, outline, "errors", which, row);
    if (kind === "added") return changed(after, "added", `error.${fresh}`, "minor");
    if (kind === "message") return changed(after, "message", `error.${which}`, "patch");
    return changed(after, "code", `error.${which}`, "major");
  };

const path: Mutation = (content, outline, random) => {
  const { path: was } = outline.operation;
  const at = was.indexOf("/", 1);
  const now = random.pick([
    `${was.slice(0, at)}/next${was.slice(at)}`,
    was.replace(/refund|revers(?:e|al)/, "return"),
  ]);
  return changed(content.replaceAll(was, now), "path", "operation", "major");
};

const host: Mutation = (content, outline, random) => {
  const { hosts } = outline.operation;
  if (hosts.length === 0) return undefined;
  const was = random.pick(hosts);
  const now = random.pick([`eu-${was}`, was.replace(".example", "-pay.example")]);
  return changed(content.replaceAll(`//${was}`, `//${now}`), "host", "host", "major");
};

const method: Mutation = (content, { operation }) =>
  changed(content.replace(operation.method, operation.other), "method", "operation", "major");

export const mutations: readonly Mutation[] = [
  add("request", false),
  add("request", true),
  add("response", false),
  remove("request"),
  remove("response"),
  rename("request"),
  rename("response"),
  retype("request"),
  retype("response"),
  flip("request"),
  flip("response"),
  limit("request"),
  limit("response"),
  word(true),
  word(false),
  code("added"),
  code("removed"),
  code("renumbered"),
  code("message"),
  path,
  host,
  method,
];
