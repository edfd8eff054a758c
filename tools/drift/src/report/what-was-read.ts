/** What was read of a page, for who accepts it: what was not is not watched. */
import { dotted } from "../pointers.ts";
import type { Fact, Side } from "../reading/fact.ts";
import type { Reading } from "../reading/reading.ts";
import { printable } from "./printable.ts";

/** A proposed reading, a line a table. */
export function takenFor({ sections, lines, tables, examples, lists }: Reading): string {
  return [
    ...(sections ? [`only the sections ${sections.map((title) => `"${title}"`).join(", ")}`] : []),
    ...lines.map((line) => `line      ${line}`),
    ...tables.map(({ under, is, place, object, columns }) => {
      const where = [place && ` ${place}`, object && ` of ${object}`].filter(Boolean).join("");
      return `table     "${under}": ${is}${where}; ${Object.entries(columns)
        .map(([title, role]) => `${title} = ${role}`)
        .join(", ")}`;
    }),
    ...examples.map(
      ({ under, is, label }) => `example   "${under}": ${is}${label ? ` ${label}` : ""}`,
    ),
    ...lists.map(({ under, of }) => `list      "${under}": ${of}`),
  ]
    .map(printable)
    .join("\n");
}

/** What another reading has, and the one that it replaces has not, and the other way round. */
export function replacedBy(before: Reading, after: Reading): string {
  const [was, is] = [takenFor(before).split("\n"), takenFor(after).split("\n")];
  const lines = [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
  ];
  return lines.join("\n") || "as it was";
}

/** @param unread what the spec says and the page was not found to */
export function whatWasRead(facts: readonly Fact[], unread: readonly string[]): string {
  const said = (aspect: string) => facts.find(({ id }) => id === `operation.${aspect}`)?.value;
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const count = (start: string) => subjects.filter((subject) => subject.startsWith(start)).length;
  return [
    `call: ${said("method") ?? "no method"}, ${said("path") ?? "no path"}, hosts: ${facts.filter(({ subject }) => subject === "host").length}`,
    sideOf(subjects, "request"),
    sideOf(subjects, "response"),
    `codes: ${count("error.")}`,
    ...(unread.length > 0
      ? [`in the spec, not read off the page, not watched: ${unread.join(", ")}`]
      : []),
  ]
    .map(printable)
    .join("\n");
}

function sideOf(subjects: readonly string[], side: Side): string {
  const listed = subjects.filter((subject) => subject.startsWith(`${side}.`));
  const known = new Set(listed.map(lastName));
  const shown = subjects.flatMap((subject) => {
    const [, of, pointer = ""] = /^example\.(request|response)[^/]*(\/.*)$/.exec(subject) ?? [];
    const name = lastName(dotted(pointer));
    return of === side && !known.has(name) ? [name] : [];
  });
  const only = [...new Set(shown)];
  if (listed.length === 0 && only.length > 0)
    return `${side}: no field in a table or list, ${only.length} in examples alone, whose types are all that is watched. Does the page list them?`;
  return `${side}: ${listed.length} field${listed.length === 1 ? "" : "s"}${only.length > 0 ? `, and in examples alone ${only.join(", ")}` : ""}`;
}

const lastName = (path: string) => path.slice(path.lastIndexOf(".") + 1);
