/** From a page to its facts. */
import type { Block, Code, Page, Table } from "../page/page.ts";
import { type Caption, captionOf, labelIn, objectIn, slug } from "./captions.ts";
import { addErrors, addValues, errorItem, wordIn } from "./codes.ts";
import { addExample, jsonIn } from "./examples.ts";
import { Facts, type Place, type Reading, type Side } from "./fact.ts";
import { addFields, cellsOf, fieldItem } from "./fields.ts";
import { withHeadedFields } from "./headed-fields.ts";
import type { Knowledge } from "./knowledge.ts";
import { nameIn } from "./names.ts";
import { addOperation } from "./operation.ts";
import { sectionsOf } from "./sections.ts";

export async function readFacts(page: Page, knowledge: Knowledge): Promise<Reading> {
  const facts = new Facts();
  const blocks = withHeadedFields(page.blocks);
  addOperation(facts, blocks);
  const walk = new Walk(facts, knowledge);
  for (const block of blocks) await walk.take(block);
  addVersion(facts, blocks);
  return { facts: facts.list(), sections: sectionsOf(blocks) };
}

/** Goes down the page and remembers what the headings said last. */
class Walk {
  private readonly facts: Facts;
  private readonly knowledge: Knowledge;
  private side: Side = "request";
  /** Headings since the last table or example. */
  private captions: Caption[] = [];
  private readonly objects: Record<Side, Set<string>> = { request: new Set(), response: new Set() };
  private readonly labels = new Map<string, number>();

  constructor(facts: Facts, knowledge: Knowledge) {
    this.facts = facts;
    this.knowledge = knowledge;
  }

  async take(block: Block): Promise<void> {
    if (block.kind === "table") this.table(block);
    else if (block.kind === "code") await this.code(block);
    else {
      const caption = this.captionOf(block);
      if (caption) this.captions.push(caption);
      else if (block.kind === "item") return this.item(block.text);
      else return;
      if (caption.side) this.side = caption.side;
      return;
    }
    this.captions = [];
  }

  /** What only may be of the request is of the side that a title above it names. */
  private captionOf(block: Block): Caption | undefined {
    const caption = captionOf(block);
    const named = this.captions.some(({ side, likely }) => side !== undefined && !likely);
    if (!caption?.likely || !named) return caption;
    const { side: _, ...others } = caption;
    return others;
  }

  private table(table: Table): void {
    const kinds = new Set(table.columns.map(({ kind }) => kind));
    const last = this.captions.at(-1);
    if (kinds.has("name") && (kinds.has("type") || kinds.has("required") || !last?.errors)) {
      this.fields(table);
    } else if (kinds.has("code") || last?.errors) {
      addErrors(this.facts, table);
    } else if (kinds.has("value")) {
      addValues(
        this.facts,
        table,
        this.fieldNamed([...table.columns.map(({ title }) => title), last?.text ?? ""]) ??
          `list.${slug(last?.text ?? "values")}`,
      );
    }
  }

  private fields(table: Table): void {
    const names = table.rows.flatMap(
      (row) => nameIn(cellsOf(table, row).get("name") ?? "")?.path ?? [],
    );
    const labelled = this.captions.some(({ side }) => side !== undefined);
    const side = labelled ? this.side : this.likelySide(names);
    this.side = side;
    const above = this.captions.findLast(({ text }) => objectIn(text, this.objects[side]));
    const object = above && objectIn(above.text, this.objects[side]);
    if (above && !this.objects[side].has(object ?? ""))
      this.facts.add(`${side}.${object}`, "listed", "yes", above.text);
    addFields(this.facts, table, {
      side,
      place: side === "request" ? this.place(names) : "body",
      inPath: side === "request" ? this.inPath() : new Set(),
      ...(object && { object }),
    });
    for (const { subject, aspect, value } of this.facts.list()) {
      if (aspect === "type" && /object|array/.test(value) && subject.startsWith(`${side}.`)) {
        this.objects[side].add(subject.slice(side.length + 1));
      }
    }
  }

  /** Without a heading: the side whose known fields these are, else that of what came before. */
  private likelySide(names: readonly string[]): Side {
    const { request, response } = this.knowledge.sides;
    const count = (known: ReadonlySet<string>) => names.filter((name) => known.has(name)).length;
    const difference = count(request) - count(response);
    return difference > 0 ? "request" : difference < 0 ? "response" : this.side;
  }

  private place(names: readonly string[]): Place {
    let place: Place | undefined;
    for (const caption of this.captions) if (caption.side || caption.place) place = caption.place;
    const header = /^(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|Authorization|Accept)$/;
    const headers = names.length > 0 && names.every((name) => header.test(name));
    return place ?? (headers ? "header" : "body");
  }

  /** A table that no heading puts elsewhere may name what the path has a place for. */
  private inPath(): ReadonlySet<string> {
    const path = this.facts.list().find(({ id }) => id === "operation.path")?.value ?? "";
    const elsewhere = this.captions.some(({ place }) => place !== undefined);
    return new Set(
      elsewhere ? [] : [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? ""),
    );
  }

  private async code(block: Code): Promise<void> {
    const example = await jsonIn(block.text);
    if (typeof example !== "object" || example === null) return;
    const caption =
      this.captions.findLast((one) => one.example || one.side) ?? this.captions.at(-1);
    const label = caption ? labelIn(caption.text) : "";
    const key = `${this.side}.${label}`;
    const count = (this.labels.get(key) ?? 0) + 1;
    this.labels.set(key, count);
    const name = [label, count > 1 ? String(count) : ""].filter(Boolean).join("-");
    addExample(this.facts, this.side, name, example, this.knowledge.literals, block.text);
  }

  private item(text: string): void {
    const field = fieldItem(text);
    if (field) {
      this.fields(field);
      return;
    }
    const error = this.captions.at(-1)?.errors ? errorItem(text) : undefined;
    if (error) {
      addErrors(this.facts, error);
      return;
    }
    const word = wordIn(text);
    const title = this.captions.at(-1)?.text;
    if (!word || !title) return;
    const named = this.fieldNamed(title.split(/\s+/));
    this.facts.add(
      named ?? `list.${slug(title)}`,
      named ? `enum.${word}` : `word.${word}`,
      "yes",
      text,
    );
  }

  /** The field that one of these words names. */
  private fieldNamed(words: readonly string[]): string | undefined {
    const subjects = [...new Set(this.facts.list().map(({ subject }) => subject))].filter(
      (subject) => /^(?:request|response)\./.test(subject),
    );
    const written = new Set(words.flatMap((text) => text.replace(/[`"':]/g, "").split(/\s+/)));
    const named = (subject: string) =>
      [subject.slice(subject.indexOf(".") + 1), subject.slice(subject.lastIndexOf(".") + 1)].some(
        (name) => written.has(name),
      );
    return (
      subjects.findLast((subject) => subject.startsWith(`${this.side}.`) && named(subject)) ??
      subjects.find(named)
    );
  }
}

/** The documentation's own version: `v1.37.1-20200727`, `API version 2.4`. */
function addVersion(facts: Facts, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === "table" || block.kind === "code") continue;
    const version =
      /(?:^|\s)(v\d+\.\d[\w.-]*)/.exec(block.text)?.[1] ??
      apiVersion(block) ??
      /\b(?:version|rev(?:\.|ision)?)\s*:?\s*(v?\d+(?:\.\d+)+[\w.-]*)/i.exec(block.text)?.[1];
    if (!version) continue;
    facts.add("page", "version", version.replace(/[.,]$/, ""), block.text);
    return;
  }
}

/** `Payments API (3.8.0)`, as references made from a description of the API are called. */
const apiVersion = ({ kind, text }: { kind: string; text: string }) =>
  kind === "heading" || /\bAPI\b/.test(text)
    ? /^[^:|]{2,60} \((\d+\.\d+\.\d+)\)$/.exec(text)?.[1]
    : undefined;
