/** Method, path and hosts, wherever the page puts them. */
import type { Block } from "../page/page.ts";
import { addressesIn, environmentIn, isForPeople, originOf, pathOf } from "./addresses.ts";
import type { Facts } from "./fact.ts";
import { headerValue } from "./fields.ts";
import { isSentence, type Line, type Path, pathsIn } from "./paths.ts";

export function addOperation(facts: Facts, blocks: readonly Block[]): void {
  const lines = blocks.flatMap((block, index) => linesOf(block, captionBefore(blocks, index)));
  const paths = pathsIn(lines);
  addMethod(facts, lines, paths);
  for (const line of lines) addHosts(facts, line, paths);
  for (const { path, text } of paths) facts.add("operation", "path", path, text);
  for (const line of lines) addHeader(facts, line);
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

function addHosts(facts: Facts, { text, above, call }: Line, paths: readonly Path[]): void {
  for (const address of addressesIn(text)) {
    const before = text.slice(0, text.indexOf(address));
    if (isForPeople(before)) continue;
    const label = before.replace(/[\s:|-]+$/, "") === "" ? above : before;
    const environment = environmentIn(label);
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

/** What stands between the host and the path, where the page gives them apart: `/v1` of `https://api.example/v1`. */
function baseOf(address: string, paths: readonly Path[]): string {
  const whole = pathOf(address);
  const own = paths.find(({ path }) => whole.endsWith(path));
  return whole.slice(0, whole.length - (own?.path.length ?? 0)).replace(/\/$/, "");
}

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
