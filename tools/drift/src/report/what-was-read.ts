/** What a reading found, for whoever accepts it: what was not read off the page is not watched. */
import type { Fact, Side } from "../facts/fact.ts";
import { dotted } from "../facts/pointers.ts";

/** @param unread what the spec says and the page was not found to */
export function whatWasRead(facts: readonly Fact[], unread: readonly string[] = []): string {
  const codes = new Set(facts.map(({ subject }) => subject).filter(isCode)).size;
  return [
    callOf(facts),
    sideOf(facts, "request"),
    sideOf(facts, "response"),
    `codes: ${codes}`,
    ...(unread.length > 0
      ? [`in the spec, not read off the page, not watched: ${unread.join(", ")}`]
      : []),
  ].join("\n");
}

function callOf(facts: readonly Fact[]): string {
  const said = (aspect: string) => facts.find(({ id }) => id === `operation.${aspect}`)?.value;
  const hosts = facts.filter(({ subject }) => subject === "host").length;
  return `call: ${said("method") ?? "no method"}, ${said("path") ?? "no path"}, hosts: ${hosts}`;
}

const isCode = (subject: string) => subject.startsWith("error.");

function sideOf(facts: readonly Fact[], side: Side): string {
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
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
