/** What the words above a table or an example say about it. Formats that cannot mark a heading leave a short line. */
import type { Block } from "../page/page.ts";
import type { Place, Side } from "./fact.ts";

export interface Caption {
  readonly text: string;
  readonly side?: Side;
  /** The side is only likely: `Parameters` may as well be those of the answer that a title above names. */
  readonly likely: boolean;
  readonly place?: Place;
  readonly errors: boolean;
  readonly example: boolean;
}

/** Undefined for a block that is no heading, nor short and unpunctuated enough to stand for one. */
export function captionOf(block: Block): Caption | undefined {
  if (block.kind === "table" || block.kind === "code") return undefined;
  // What it is written in says nothing of what it is: `Request schema: application/json`.
  const text = block.text.trim().replace(/:\s*[a-z]+\/[a-z][\w.+-]*$/, "");
  if (block.kind !== "heading" && !looksLikeHeading(text, block.kind === "item")) return undefined;
  const words = text.toLowerCase();
  const named = sideOf(words);
  const likely = named === undefined && /^(?:body|headers?|parameters?|params)\b/.test(words);
  const side = likely ? "request" : named;
  const place = placeOf(words);
  return {
    text,
    errors: /\berrors?\b|\bcodes\b|\bfailures?\b/.test(words),
    likely,
    example: /\bexamples?\b|\bsamples?\b|\be\.g\./.test(words),
    ...(side && { side }),
    ...(place && { place }),
  };
}

function looksLikeHeading(text: string, item: boolean): boolean {
  if (item && !text.endsWith(":")) return false;
  if (text.length > 60 || text.split(/\s+/).length > 8) return false;
  return (
    !/[.!?;,]$|[.!?]\s|https?:|\||\S\/\S*\/|\bversion\b|^(?:GET|POST|PUT|PATCH|DELETE)\b/.test(
      text,
    ) &&
    /^[\p{L}`"#\d(]/u.test(text) &&
    !/:\s*\S/.test(text)
  );
}

function sideOf(words: string): Side | undefined {
  const response =
    /\b(?:response|responses|answer|answers|reply|returns?|returned|output|result|results)\b/.test(
      words,
    );
  const request =
    /\b(?:request|requests|input|payload|send|sent)\b|\b(?:path|query|uri|url|body|header)s? param/.test(
      words,
    );
  if (response || /\berrors?\b|\bfailures?\b/.test(words)) return "response";
  return request ? "request" : undefined;
}

function placeOf(words: string): Place | undefined {
  if (/\bheaders?\b/.test(words)) return "header";
  if (/\b(?:path|uri|url)\b.*\bparam|\bpath (?:variables?|fields?)/.test(words)) return "path";
  if (/\bquery\b/.test(words)) return "query";
  return /\bbody\b/.test(words) ? "body" : undefined;
}

/** The object whose fields a table lists: `data` of `Success Response - data`, `order` of `The order object`. */
export function objectIn(caption: string, objects: ReadonlySet<string>): string | undefined {
  const tail =
    /\b(?:response|request|answer|reply|body)\b[^:–-]*\s*[:–-]\s*[`"']?([A-Za-z_][\w.]*)[`"']?(?:\s+(?:object|array|fields?))?$/i.exec(
      caption,
    )?.[1];
  if (
    tail &&
    !/^(?:parameters?|params|fields?|body|example|sample|success|error|header|headers|json)$/i.test(
      tail,
    )
  )
    return tail;
  const words = caption.replace(/[`"']/g, "").split(/\s+/);
  const named = words.filter((word) => objects.has(word));
  const rest = words.filter(
    (word) =>
      !objects.has(word) &&
      !/^(?:the|an?|object|array|fields?|of|parameters?|params|item|items|element|response|request)$/i.test(
        word,
      ),
  );
  return named.length === 1 && rest.length === 0 ? named[0] : undefined;
}

/** What tells one example from another: `approved` of `APPROVED Response Example`. */
export function labelIn(caption: string): string {
  return slug(
    caption.replace(
      /\b(?:examples?|samples?|request|response|body|json|of|the|an?|for|code|call|payload)\b/gi,
      " ",
    ),
  );
}

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
