/** What changed of the documented errors. */
import { objectOf } from "@refunds/spec-reader";
import { children, type Node, type SpecDocument } from "./document.ts";
import { compareOthers, compareRepeat, type Specs, same } from "./report.ts";

interface KnownError {
  readonly key: string;
  /** As users know it. */
  readonly name: string;
  readonly node: Node;
}

const known = new Set(["code", "message", "list"]);
const knownOfOne = new Set(["code", "matchMessage", "text", "reason", "money", "repeat"]);

function errorsOf(document: SpecDocument): KnownError[] {
  const table = { value: objectOf(document.root.value["x-errors"]), at: ["x-errors"] };
  return children(document, table, "list").map((node) => {
    const { code, matchMessage, text } = node.value;
    const name = code === undefined ? `"${text}"` : `${code}`;
    return { key: JSON.stringify([code, matchMessage, matchMessage && text]), name, node };
  });
}

export function compareErrors(specs: Specs): void {
  const { past, now, report } = specs;
  const [before, after] = [errorsOf(past), errorsOf(now)];
  for (const { key, name, node } of after) {
    const old = before.find((each) => each.key === key);
    const { reason } = node.value;
    if (old) compareError(specs, name, old.node, node);
    else report("error_added", `Error ${name} is now known: \`${reason}\`.`, node.at);
  }
  for (const { key, name } of before) {
    if (after.some((each) => each.key === key)) continue;
    report("error_removed", `Error ${name} is no longer known.`, ["x-errors", "list"]);
  }
  const [pastTable, nowTable] = [past, now].map(({ root }) => objectOf(root.value["x-errors"]));
  for (const word of ["code", "message"]) {
    if (same(pastTable?.[word], nowTable?.[word])) continue;
    report("client_carries", `An error's \`${word}\` is read from another field.`, [
      "x-errors",
      word,
    ]);
  }
  compareOthers(specs, pastTable ?? {}, nowTable ?? {}, known, "the errors", ["x-errors"]);
}

function compareError(specs: Specs, name: string, past: Node, now: Node): void {
  const { report } = specs;
  const { reason, money } = now.value;
  if (past.value.money !== money) {
    if (money === "none") {
      report("error_certain", `Error ${name} is \`declined\`: no money moved.`, now.at);
    } else {
      report("error_safer", `Error ${name} is \`unknown\`: money may have moved.`, now.at);
    }
  }
  if (past.value.reason !== reason) {
    const text = `Error ${name} is \`${reason}\`, and was \`${past.value.reason}\`.`;
    report("error_reason_changed", text, now.at);
  }
  const subject = `Error ${name} is \`${reason}\``;
  compareRepeat(specs, subject, past.value.repeat, now.value.repeat, now.at);
  compareOthers(specs, past.value, now.value, knownOfOne, `error ${name}`, now.at);
}
