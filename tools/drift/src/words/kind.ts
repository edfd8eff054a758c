/** What is said of a field beside its name: `integer · Required`, `string(32), optional`, `required string`. */
import { typeAtStart } from "./types.ts";

export interface Kind {
  /** Empty where only the other is said. */
  readonly type: string;
  readonly required: string;
}

const flag = /^(?:required|mandatory|optional|not required|conditional|conditionally required)\b/i;
const longest = 60;
const between = /^[\s·•|,;:/–—-]+/;

/** A name with nothing beside it but whether it is required: `amount required`, or glued on, `amountrequired`. */
export function nameAndFlag(text: string): { name: string; flag: string } | undefined {
  const [, name = "", beside = ""] =
    /^[`*]*([A-Za-z_][\w.[\]-]*)[`*]*(?:\s+(.+))?$/.exec(text) ?? [];
  if (name === "") return undefined;
  if (beside !== "") {
    const kind = kindIn(beside);
    return kind && kind.type === "" ? { name, flag: kind.required } : undefined;
  }
  const [, before = "", flag = ""] = /^(.*[a-z0-9\]])(required)$/.exec(name) ?? [];
  return before === "" ? { name, flag: "" } : { name: before, flag };
}

/** Undefined where the text says anything else. */
export function kindIn(text: string): Kind | undefined {
  // Nearly everything that is asked is a sentence or nothing.
  if (text === "" || text.length > longest) return undefined;
  let rest = text.replace(/[`*]|[([]\s*(?=[a-z])|(?<=[a-z])\s*[)\]]/gi, " ").trim();
  const kind = { type: "", required: "" };
  while (rest !== "") {
    const required = kind.required === "" ? flag.exec(rest)?.[0] : undefined;
    const type = required === undefined && kind.type === "" ? typeAtStart(rest) : undefined;
    const found = required ?? type;
    if (found === undefined) return undefined;
    kind[required === undefined ? "type" : "required"] = found;
    const after = rest.slice(found.length);
    // The word has to end there.
    if (/^[\w(<[]/.test(after)) return undefined;
    rest = after.replace(between, "");
  }
  return kind.type === "" && kind.required === "" ? undefined : kind;
}
