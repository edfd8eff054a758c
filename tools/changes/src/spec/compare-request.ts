/** What changed of what an operation sends. */
import { compareInput } from "./compare-input.ts";
import type { Node } from "./document.ts";
import { type Specs, same } from "./report.ts";
import { type Entry, requestOf } from "./request.ts";

interface Both<T> {
  readonly past: T;
  readonly now: T;
}

/** @param kind - the operation's word: refund, query */
export function compareRequest(
  specs: Specs,
  kind: string,
  operation: Both<Node>,
  words: Both<Node>,
): void {
  const past = requestOf(specs.past, operation.past, words.past);
  const now = requestOf(specs.now, operation.now, words.now);
  const taken = new Set<Entry>();
  for (const entry of now) {
    const ofValue = past.filter(({ source }) => source !== undefined && source === entry.source);
    const before =
      // A value may have several places.
      ofValue.find(({ place }) => place === entry.place) ??
      ofValue[0] ??
      past.find(({ place, source }) => place === entry.place && !sendsElsewhere(now, source));
    const atPlace = past.find(({ place, by }) => place === entry.place && by === "wire");
    for (const each of [before, atPlace]) if (each) taken.add(each);
    compareEntry(specs, kind, before, entry, operation.now);
  }
  for (const entry of past) {
    if (!taken.has(entry) && !sendsElsewhere(now, entry.source))
      compareEntry(specs, kind, entry, undefined, operation.now);
  }
  if (!same(words.past.value.send, words.now.value.send) && same(keysOf(past), keysOf(now))) {
    specs.report("client_carries", `The order of what a ${kind} sends changed.`, words.now.at);
  }
}

const sendsElsewhere = (entries: readonly Entry[], source: string | undefined) =>
  source !== undefined && entries.some((entry) => entry.source === source);

const keysOf = (entries: readonly Entry[]) =>
  entries.map(({ place, source }) => `${place} ${source}`).sort();

function compareEntry(
  specs: Specs,
  kind: string,
  past: Entry | undefined,
  now: Entry | undefined,
  operation: Node,
): void {
  const entry = now ?? past;
  if (!entry) return;
  const name = nameOf(kind, entry);
  const at = now?.field.at ?? operation.at;
  if (entry.by === "client" && (past ?? entry).by === "client") {
    if (!same(bare(past), bare(now))) {
      specs.report("client_carries", `How ${name} is sent changed.`, at);
    }
    return;
  }
  const given = (each: Entry | undefined) => each !== undefined && each.by !== "client";
  const taken = entry.by === "caller" ? past?.by === "caller" : given(past);
  if (!now || !given(now)) {
    specs.report("input_removed", `${nameOf(kind, past ?? entry)} is no longer taken.`, at);
  } else if (!past || !taken) {
    if (now.field.required) specs.report("input_demanded", `${name} is required.`, at);
    else specs.report("input_added", `${name} is new, and optional.`, at);
  } else {
    if (past.by === "caller" && now.by === "wire") {
      const gone = `${nameOf(kind, past)} is no longer taken.`;
      specs.report("input_removed", gone, at);
    } else if (past.place !== now.place) {
      specs.report("client_carries", `${name} is sent in another place.`, at);
    }
    compareInput(specs, name, past.field, now.field);
  }
}

const bare = (entry: Entry | undefined) =>
  entry && { ...entry, field: { ...entry.field, at: undefined } };

/** As users write it. A field of a query is that of a refund more often than not, so the refund goes without saying. */
function nameOf(kind: string, { source, place }: Entry): string {
  const of = kind === "refund" ? "" : ` of a ${kind}`;
  if (source !== undefined) return `\`${source}\`${of}`;
  const [, where, name = ""] = /^(\w+)(?:#\/|\.)(.*)$/.exec(place) ?? [];
  return `\`${where}.${name.replaceAll("/", ".")}\` of the raw ${kind}`;
}
