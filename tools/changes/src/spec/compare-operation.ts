/** What changed of one operation. */
import { type At, objectOf } from "@refunds/spec-reader";
import { compareAnswers } from "./compare-answers.ts";
import { compareMeaning } from "./compare-meaning.ts";
import { compareRequest } from "./compare-request.ts";
import type { Node } from "./document.ts";
import { compareOthers, type Specs, same } from "./report.ts";

/** An operation, where it is called, and its words. */
export interface Operation {
  readonly node: Node;
  readonly address: string;
  /** What stands under `x-refund`, `x-query` or `x-token`. */
  readonly words: Node;
}

const knownKeys = (kind: string) =>
  new Set(["operationId", "parameters", "requestBody", "responses", "security", `x-${kind}`]);

const knownWords = new Set(
  "send exactlyOne identifiedBy sign outcomes evidence echo refunded refundId currencies partial repeated".split(
    " ",
  ),
);

export function compareOperation(
  specs: Specs,
  kind: string,
  { node: past, address: pastAddress, words: pastWords }: Operation,
  { node: now, address, words }: Operation,
): void {
  const { report } = specs;
  const moved = pastAddress !== address || !same(mediaOf(past), mediaOf(now));
  if (moved) report("address_changed", `A ${kind} is sent as ${address}.`, now.at);
  if (!same(past.value.security, now.value.security)) {
    report("client_carries", `How a ${kind} is authenticated changed.`, [...now.at, "security"]);
  }
  if (kind === "token") {
    if (!same(bare(past), bare(now))) {
      report("client_carries", "How a token is obtained changed.", now.at);
    }
    return;
  }
  compareOthers(specs, past.value, now.value, knownKeys(kind), `the ${kind}`, now.at);
  compareRequest(specs, kind, { past, now }, { past: pastWords, now: words });
  compareAnswers(specs, kind, past, now);
  compareMeaning(specs, kind, pastWords, words);
  compareCapabilities(specs, kind, pastWords, words);
  compareOthers(specs, pastWords.value, words.value, knownWords, `the ${kind}`, words.at);
}

const mediaOf = ({ value }: Node) =>
  Object.keys(objectOf(objectOf(value.requestBody).content)).filter((type) => type !== "");

/** Without what tells where facts come from. */
const bare = ({ value }: Node) =>
  JSON.stringify(value, (key, inside) =>
    /^(x-source|x-assumption|x-contradiction|summary|description|examples)$/.test(key)
      ? undefined
      : inside,
  );

function compareCapabilities(specs: Specs, kind: string, past: Node, now: Node): void {
  const { report } = specs;
  const at = (word: string): At => [...now.at, word];
  if (!same(past.value.exactlyOne, now.value.exactlyOne)) {
    report("choice_changed", `Of which fields a ${kind} takes one changed.`, at("exactlyOne"));
  }
  if (!same(past.value.identifiedBy, now.value.identifiedBy)) {
    report("identity_changed", "What identifies a payment changed.", at("identifiedBy"));
  }
  const [pastSign, sign] = [objectOf(past.value.sign), objectOf(now.value.sign)];
  if (pastSign.bits !== sign.bits && sign.bits !== undefined) {
    report("key_size_changed", `The key that signs has ${sign.bits} bits.`, at("sign"));
  } else if (bare({ value: pastSign, at: [] }) !== bare({ value: sign, at: [] })) {
    report("client_carries", `How a ${kind} is signed changed.`, at("sign"));
  }
  for (const word of ["partial", "repeated"]) {
    if (past.value[word] === now.value[word]) continue;
    const gained = now.value[word] === true;
    const what = word === "partial" ? "in part" : "again, where part was refunded";
    const text = `A payment can ${gained ? "" : "no longer "}be refunded ${what}.`;
    report(gained ? "capability_gained" : "capability_lost", text, at(word));
  }
  compareCurrencies(specs, past, now);
}

function compareCurrencies({ report }: Specs, past: Node, now: Node): void {
  const [before, after] = [objectOf(past.value.currencies), objectOf(now.value.currencies)];
  const at = [...now.at, "currencies"];
  if (same(before, after)) return;
  if (!before.codes || !after.codes) {
    const free = Object.keys(after).length === 0;
    const text = `Which currencies can be refunded changed${free ? ": all can" : ""}.`;
    report(free ? "capability_gained" : "capability_lost", text, at);
    return;
  }
  const [old, current] = [before.codes, after.codes] as [readonly string[], readonly string[]];
  for (const code of current.filter((each) => !old.includes(each))) {
    report("capability_gained", `${code} can be refunded.`, at);
  }
  for (const code of old.filter((each) => !current.includes(each))) {
    report("capability_lost", `${code} can no longer be refunded.`, at);
  }
}
