/** Method, path and hosts, wherever the page puts them. */
import type { Block } from "../page/page.ts";
import type { Facts } from "./fact.ts";
import { headerValue } from "./fields.ts";

const url = /https?:\/\/[^\s"'`<>|,;)]*[^\s"'`<>|,;).:!?]/g;

export function addOperation(facts: Facts, blocks: readonly Block[]): void {
  const lines = blocks.flatMap((block, index) => linesOf(block, captionBefore(blocks, index)));
  const paths = pathsIn(lines);
  addMethod(facts, lines, paths);
  for (const line of lines) addHosts(facts, line, paths);
  for (const { path, text } of paths) facts.add("operation", "path", path, text);
  for (const line of lines) addHeader(facts, line);
}

interface Line {
  readonly text: string;
  /** The short line above it, which may be its label. */
  readonly above: string;
  readonly call: boolean;
}

function linesOf(block: Block, above: string): Line[] {
  if (block.kind === "table") {
    // A row about an environment or an address, not a field whose sample is one.
    return block.columns.some(({ kind }) => kind === "type" || kind === "code")
      ? []
      : block.rows.map(({ line }) => ({ text: line, above, call: false }));
  }
  if (block.kind !== "code") return [{ text: block.text, above, call: false }];
  const first = block.text.trim();
  const call = /^(?:curl\b|(?:GET|POST|PUT|PATCH|DELETE)\s)/.test(first);
  if (!call && /^[{["]/.test(first)) return [];
  return block.text.split("\n").map((text) => ({ text, above, call }));
}

function captionBefore(blocks: readonly Block[], index: number): string {
  const before = blocks[index - 1];
  return before && before.kind !== "table" && before.kind !== "code" ? before.text : "";
}

function addMethod(facts: Facts, lines: readonly Line[], paths: readonly Path[]): void {
  const tests = [
    /\b(GET|POST|PUT|PATCH|DELETE)\s*(?:\/|https?:|\{\{)/,
    /^(get|post|put|patch|delete)\s*(?:\/[\w{}.~-]+)+\/?$/,
    /^(GET|POST|PUT|PATCH|DELETE)$/,
    /\b(?:method|verb|request type)\b\s*(?:is|:|=|\|)?\s*(GET|POST|PUT|PATCH|DELETE)\b/i,
    /(?:-X|--request)\s+"?(GET|POST|PUT|PATCH|DELETE)\b/,
    /\((GET|POST|PUT|PATCH|DELETE)\)/,
    /\b(GET|POST|PUT|PATCH|DELETE) request/,
  ];
  for (const test of tests) {
    for (const { text } of lines) {
      const method = test.exec(text.trim())?.[1];
      if (!method || (test === tests[0] && isOther(text, paths))) continue;
      facts.add("operation", "method", method.toUpperCase(), text);
      return;
    }
  }
}

/** A sentence about another call, such as the one that asks for the state. */
const isOther = (text: string, paths: readonly Path[]) =>
  isSentence(text) && !paths.some((path) => path.text === text);

const isSentence = (text: string) =>
  (text.match(/(?<=^|\s)\p{L}+(?=[\s,.;:]|$)/gu) ?? []).length > 6;

const environments: readonly (readonly [string, RegExp])[] = [
  [
    "test",
    /\b(?:test|testing|sandbox|staging|uat|sit|demo|stage|development|dev|integration|acceptance|pre-?prod(?:uction)?)\b/i,
  ],
  ["live", /\b(?:live|production|prod)\b/i],
];

/** What ends in front of an address that people are sent to, and not requests. */
const forPeople =
  /\b(?:see|visit|read|refer to|log ?in|more|details|keys?|credentials|status)(?: (?:at|on|in|from|under|to))?:?\s*["'`<(]?$/i;

function addHosts(facts: Facts, { text, above, call }: Line, paths: readonly Path[]): void {
  for (const [address] of text.matchAll(url)) {
    const before = text.slice(0, text.indexOf(address));
    if (forPeople.test(before)) continue;
    const label = before.replace(/[\s:|-]+$/, "") === "" ? above : before;
    const environment = environments.find(([, words]) => words.test(label))?.[0];
    const called = /\b(?:GET|POST|PUT|PATCH|DELETE)\s*$/.test(before);
    const addressed =
      called || /\b(?:url|host|end ?point|address|base|server|domain)\b/i.test(label);
    if (!environment && !addressed && !call) continue;
    const origin = originOf(address);
    const base = call || (called && isOther(text, paths)) ? "" : baseOf(address, paths);
    if (origin && !(call && facts.has("host", "live")))
      facts.add("host", environment ?? "base", origin + base, text);
  }
}

const originOf = (address: string) => /^https?:\/\/[^/?#]+/.exec(address)?.[0].toLowerCase();

/** What stands between the host and the path, where the page gives them apart: `/v1` of `https://api.example/v1`. */
function baseOf(address: string, paths: readonly Path[]): string {
  const whole = pathOf(address.replace(/^https?:\/\/[^/?#]+/, ""));
  const own = paths.find(({ path }) => whole.endsWith(path));
  return whole.slice(0, whole.length - (own?.path.length ?? 0)).replace(/\/$/, "");
}

interface Path {
  readonly path: string;
  readonly text: string;
}

function pathsIn(lines: readonly Line[]): Path[] {
  const labelled = /\b(?:path|uri|url|end ?point|route|resource|address)\b/i;
  const candidates = lines.flatMap(({ text, above, call }) => {
    const trimmed = text.trim();
    const after =
      /\b(?:GET|POST|PUT|PATCH|DELETE)\s*((?:\/|\{\{)\S+)/.exec(trimmed)?.[1] ??
      /^(?:get|post|put|patch|delete)\s*((?:\/[\w{}.~-]+)+\/?)$/.exec(trimmed)?.[1];
    const alone = /^((?:\/[\w{}:.<>~-]+)+\/?)$/.exec(trimmed)?.[1];
    const own =
      /^(?:[\w ]*\b)?(?:path|uri|url|end ?point|route|resource)\s*[:|]?\s*((?:\/|\{)\S+)$/i.exec(
        trimmed,
      )?.[1];
    const [address] = [...trimmed.matchAll(url)].map(([found]) => found);
    const inFront = address === undefined ? "" : trimmed.slice(0, trimmed.indexOf(address));
    const before = inFront === "" ? above : inFront;
    const inUrl =
      address &&
      !forPeople.test(inFront) &&
      (call ||
        labelled.test(before) ||
        environments.some(([, words]) => words.test(before)) ||
        /(?:GET|POST|PUT|PATCH|DELETE)\s*$/.test(before))
        ? address.replace(/^https?:\/\/[^/?#]+/, "")
        : undefined;
    const rank = after
      ? 4
      : own
        ? 3
        : alone
          ? labelled.test(above)
            ? 3
            : 2
          : inUrl && inUrl.length > 1
            ? 1
            : 0;
    const path = after ?? own ?? alone ?? inUrl;
    // What a line of its own says goes before what a sentence mentions.
    return rank > 0 && path ? [{ path, rank: rank - (isSentence(text) ? 5 : 0), text }] : [];
  });
  const best = candidates.toSorted((a, b) => b.rank - a.rank)[0];
  // Addresses of several environments have to agree on it.
  const all = candidates.filter(({ rank }) => best && rank === best.rank && rank % 5 === 1);
  const chosen = all.length > 0 ? all : best ? [best] : [];
  return chosen.map(({ path, text }) => ({ path: pathOf(path), text }));
}

/** Placeholders in braces, whatever the page draws them with. */
const pathOf = (path: string): string =>
  path
    .replace(/[?#].*$/, "")
    .replace(
      /\{\{\s*([^}]+?)\s*\}\}|<([^>]+)>/g,
      (_, a: string | undefined, b: string | undefined) => `{${a ?? b}}`,
    )
    .replace(/\/:([A-Za-z_]\w*)/g, "/{$1}")
    .replace(/[.,]$/, "");

function addHeader(facts: Facts, { text }: Line): void {
  const [, name = "", value = ""] =
    /(?:^|["'\s])(Content[- ]Type|Authorization)["']?\s*[:|=]\s*["']?(.+)$/i.exec(text) ?? [];
  const header = name.replace(" ", "-");
  const found = headerValue(header, value);
  if (found === undefined) return;
  const subject = `request.${header.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}`;
  if (facts.has(subject, "value")) return;
  facts.add(subject, "place", "header", text);
  facts.add(subject, "value", found, text);
}
