/** What the spec says is assumed or contradicted at single fields. */
import { walk } from "@refunds/spec-reader";
import type { Note } from "../model.ts";
import { isPresence } from "../presence.ts";
import type { OpenApi, RawRule } from "./document.ts";

const saidOf = (expected: RawRule["when"][string]): string => {
  if (isPresence(expected)) return expected.present ? "present" : "absent";
  const texts = [expected].flat().map((text) => (text === "" ? "empty" : text));
  return texts.join(" or ");
};

/** Contradictions and assumptions wherever they stand, but for the document-wide list. */
export function notesOf(root: OpenApi): Note[] {
  const notes: Note[] = [];
  walk(root, (value, at) => {
    const { "x-assumption": assumption, "x-contradiction": contradiction } = value as Record<
      string,
      unknown
    >;
    // What the simulator invents does not concern users.
    if (at[0] === "x-sandbox" || at.includes("examples")) return;
    for (const [kind, text] of [
      ["contradiction", contradiction],
      ["assumption", assumption],
    ] as const) {
      if (typeof text === "string")
        notes.push({ kind, about: aboutOf(value, at), text: text.trim() });
    }
  });
  return notes;
}

/** The words a reader knows a place by. */
function aboutOf(value: object, at: readonly (string | number)[]): string {
  const { name, url, code, text } = value as Record<string, unknown>;
  const keys = at.map(String);
  if (keys[0] === "x-errors")
    return `error ${typeof code === "string" ? `\`${code}\`` : `"${text}"`}`;
  if (keys[0] === "servers") return `\`${url}\``;
  if (keys.includes("securitySchemes")) return "authentication";
  if (keys.includes("parameters")) return `\`${name}\``;
  if (keys.includes("outcomes") || keys.includes("evidence")) {
    const evidence = keys[0] === "webhooks" ? "a notification" : "the evidence of an answer";
    const answer = keys.includes("evidence") ? evidence : "an answer";
    return `${answer} with ${Object.entries((value as Pick<RawRule, "when">).when)
      .map(([where, what]) => `\`${where}\` ${saidOf(what)}`)
      .join(", ")}`;
  }
  if (keys.includes("sign")) return "the signature";
  const fields = keys.filter(
    (_, index) => keys[index - 1] === "properties" || keys[index - 1] === "schemas",
  );
  if (keys.at(-1) === "items" && fields.length > 0) return `\`${fields.join(".")}[]\``;
  if (fields.length > 0) return `\`${fields.join(".")}\``;
  if (keys[0] === "webhooks") return "notifications";
  return keys[0] === "paths" ? `\`${keys[2]?.toUpperCase()} ${keys[1]}\`` : keys.join(" ");
}
