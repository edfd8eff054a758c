/** Templates of the lines that say method, path, hosts, fixed headers and the version, proposed from what the spec says. */
import type { Contract } from "../spec/contract.ts";
import { text as textOf } from "../spec/data.ts";
import { type Line, originOf, pathOf, slots, withPlaces } from "./lines.ts";
import { chapter } from "./parts.ts";

/** What a spec knows of the call: by it, a first reading finds the lines that say it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly hosts: readonly { readonly slot: string; readonly url: string }[];
  readonly media: readonly string[];
  readonly scheme: string | undefined;
  readonly version: string | undefined;
}

/** Templates of the lines that say what the spec says. */
export function proposeLines(lines: readonly Line[], call: Call): string[] {
  const made = lines.flatMap((line) => {
    const text = slotted(line, call);
    return text === undefined ? [] : [{ text, rank: line.code ? 2 : isLong(line.text) ? 1 : 0 }];
  });
  const kept: string[] = [];
  for (const { text, rank } of made.toSorted((a, b) => a.rank - b.rank)) {
    const own = text.match(new RegExp(slots, "g")) ?? [];
    const covered = own.every((slot) => kept.some((one) => one.includes(slot)));
    if (!kept.includes(text) && (rank === 0 || !covered)) kept.push(text);
  }
  return kept;
}

const isLong = (text: string) => (text.match(/(?<=^|\s)\p{L}+(?=[\s,.;:]|$)/gu) ?? []).length > 6;

function slotted({ text, above, code }: Line, call: Call): string | undefined {
  let made = text.trim().replace(/https?:\/\/[^\s"'`<>|,;)]*[^\s"'`<>|,;).:!?]/g, (address) => {
    const own = call.hosts.find(({ url }) => originOf(url) === originOf(address));
    const rest = withPlaces(pathOf(address), call.path);
    const base = own ? pathOf(own.url) : "";
    return own &&
      (rest === "" || rest === base || `${base}/` === rest || isPath(rest, base + call.path))
      ? `{${own.slot}}`
      : address;
  });
  const addressed = /\{(live|test|base)\}/.test(made);
  made = made.replace(/(?<![\w{}:/.])(?:\/|\{)[^\s"'`|]*/g, (path) =>
    !slots.test(path) && isPath(withPlaces(pathOf(path), call.path), call.path) ? "{path}" : path,
  );
  made = made.replace(
    /^(?:get|post|put|patch|delete)(?=\s*\/)|(?<=\p{L})(?:\{\{|\/)[^\s"'`|]*$/giu,
    (part) => (isPath(pathOf(part), call.path) ? "{path}" : part),
  );
  made = made.replace(new RegExp(`^${call.method}(?=\\s*(?:\\{path|/))`, "i"), "{method}");
  const called = addressed || made.includes("{path}");
  const labelled = new RegExp(
    `^${call.method}$|\\b(?:[Mm]ethod|METHOD|[Vv]erb|[Rr]equest [Tt]ype)\\b[\\s:|*]*${call.method}\\b|\\(${call.method}\\)|^${call.method}\\s`,
  );
  if (called || labelled.test(made))
    made = made.replace(new RegExp(`\\b${call.method}\\b(?![\\w/])`), "{method}");
  if (/content[- ]?type/i.test(made) && !code)
    for (const media of call.media) made = made.replace(media, "{media}");
  if (call.scheme && /authorization["']?\s*[:|=]/i.test(made))
    made = made.replace(
      new RegExp(`.*(authorization["']?\\s*[:|=]\\s*["']?)${call.scheme}\\b.*`, "i"),
      "…$1{scheme}…",
    );
  if (call.version) made = withVersion(made, call.version);
  if (!slots.test(made)) return undefined;
  const words = made.replace(new RegExp(slots, "g"), "");
  if (isLong(words) && !made.includes("{version}") && !made.includes("{scheme}")) {
    const [around = made] = /\S*\s?[([]?\{\w+\}(?:\S*\s?\{\w+\})*[)\]]?/.exec(made) ?? [];
    return `…${around}…`;
  }
  return /[\p{L}\d]/u.test(words) || above === "" || above.length > 60
    ? made
    : `${above.replace(chapter, "")} ${made}`;
}

/** The date next to it changes with it, so of a line with a version only the words next to it are kept. */
function withVersion(text: string, version: string): string {
  const at = text.search(
    new RegExp(`(?<![\\w.])${version.replace(/[^\w]/g, "\\$&")}(?![\\w]|\\.\\d)`),
  );
  if (at < 0) return text;
  const before = /(?:\S+\s+){0,2}[^\s\w]?$/.exec(text.slice(0, at))?.[0] ?? "";
  const after = /^\W*(?:\w+\s*){0,3}/.exec(text.slice(at + version.length))?.[0] ?? "";
  return before.trim() !== "" ? `…${before}{version}…` : `{version}${after}…`;
}

/** The same path but for the names of its placeholders; a page may print only its end. */
function isPath(found: string, known: string): boolean {
  const bare = (path: string) => path.replace(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
  const [own, whole] = [bare(found), bare(known)];
  return (
    own === whole ||
    (own.length > 3 &&
      /[a-z]/i.test(own.replace("{}", "")) &&
      whole.endsWith(own.startsWith("/") ? own : `/${own}`))
  );
}

export function callOf({ operation, path, servers, schemes, media, provider }: Contract): Call {
  const scheme = schemes.find(([, { type }]) => type === "http")?.[1];
  return {
    method: operation.method,
    path,
    hosts: servers.map(({ url, environment }) => ({
      url,
      slot: ["live", "test"].includes(environment) ? environment : "base",
    })),
    media,
    scheme: scheme ? textOf(scheme.scheme) : undefined,
    version: textOf(provider.version) || undefined,
  };
}
