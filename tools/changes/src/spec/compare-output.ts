/** What changed of the fields that a caller reads. */

import type { At } from "@refunds/spec-reader";
import type { RuleName } from "../rules.ts";
import type { Field } from "./fields.ts";
import { type Specs, same, word } from "./report.ts";

/** @param place - whose fields they are, such as "the answer to a refund" */
export function compareOutputs(
  { report }: Specs,
  place: string,
  past: ReadonlyMap<string, Field>,
  now: ReadonlyMap<string, Field>,
  at: At,
): void {
  const gone = (path: string) => past.has(path) && !now.has(path);
  for (const [path, before] of past) {
    const name = nameOf(path, place);
    const after = now.get(path);
    if (after) compareOutput(name, before, after, (rule, text) => report(rule, text, after.at));
    // What was inside a field that is gone goes without saying.
    else if (!above(path).some(gone)) report("output_removed", `${name} is gone.`, at);
  }
  const fresh = (path: string) => now.has(path) && !past.has(path);
  for (const [path, { at: here }] of now) {
    if (fresh(path) && !above(path).some(fresh)) {
      report("output_added", `${nameOf(path, place)} is new.`, here);
    }
  }
}

const nameOf = (path: string, place: string) => (path ? `\`${path}\` of ${place}` : place);

/** The paths of the objects that contain a field. */
function above(path: string): string[] {
  const parts = path.split(/(?=\.|\[\])/);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(""));
}

type Tell = (rule: RuleName, text: string) => void;

function compareOutput(name: string, past: Field, now: Field, tell: Tell): void {
  if (past.certain && !now.certain) tell("output_optional", `${name} may be absent.`);
  if (!past.certain && now.certain) tell("output_certain", `${name} is always there.`);
  if (!same(past.types, now.types)) {
    const [before, after] = [past.types.join(" or "), now.types.join(" or ")];
    tell("output_type_changed", `${name} is ${after}, and was ${before}.`);
  }
  for (const key of new Set([...Object.keys(past.words), ...Object.keys(now.words)])) {
    const [before, after] = [past.words[key], now.words[key]];
    if (!same(before, after)) compareWord(name, key, before, after, tell);
  }
}

const limit = /^(min|max)(Length|imum|Items)$|^exclusive(Min|Max)imum$|^(pattern|not)$/;

function compareWord(name: string, key: string, before: unknown, after: unknown, tell: Tell): void {
  if (limit.test(key)) {
    tell("output_limit_changed", `What ${name} must be to be trusted changed (\`${key}\`).`);
  } else if (key === "enum") {
    compareEnum(name, before, after, tell);
  } else if (key === "const") {
    const always = after === undefined ? "no longer always" : "always";
    const value = word(after === undefined ? before : after);
    tell("output_constant_changed", `${name} is ${always} ${value}.`);
  } else if (key === "x-money" || key === "x-time") {
    tell("unit_changed", `${name} is in another unit.`);
  } else if (key !== "format") {
    tell("unknown_word", `\`${key}\` of ${name} changed.`);
  }
}

function compareEnum(name: string, before: unknown, after: unknown, tell: Tell): void {
  const [old, current] = [listed(before), listed(after)];
  const open = [...old, ...current].every((value) => typeof value === "string");
  for (const value of current.filter((each) => !old.includes(each))) {
    tell(open ? "output_value_added" : "output_closed_changed", `${name} may be ${word(value)}.`);
  }
  for (const value of old.filter((each) => !current.includes(each))) {
    tell(
      open ? "output_value_removed" : "output_closed_changed",
      `${name} is no longer documented to be ${word(value)}.`,
    );
  }
}

const listed = (values: unknown) => [values].flat().filter((value) => value !== undefined);
