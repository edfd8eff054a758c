/** What changed of how a caller proves who is calling. */
import { objectOf } from "@refunds/spec-reader";
import { compareInput } from "./compare-input.ts";
import type { Node, SpecDocument } from "./document.ts";
import { fieldsOf } from "./fields.ts";
import { compareOthers, type Specs, same } from "./report.ts";

interface CredentialSet {
  readonly names: readonly string[];
  readonly node: Node;
}

function setsOf({ root }: SpecDocument): CredentialSet[] {
  const sets = (root.value["x-credentials"] ?? []) as readonly object[];
  return sets.map((set, index) => ({
    names: Object.keys(set).sort(),
    node: { value: objectOf(set), at: ["x-credentials", index] },
  }));
}

export function compareCredentials(specs: Specs): void {
  const { report } = specs;
  const [before, after] = [setsOf(specs.past), setsOf(specs.now)];
  const within = (sets: readonly CredentialSet[], { names }: CredentialSet) =>
    sets.find((set) => same(set.names, names));
  const lost = before.filter((set) => !within(after, set));
  for (const set of after) {
    // One that has other members than before is the same way to prove it, changed.
    const old = within(before, set) ?? lost.shift();
    if (old) compareSet(specs, old, set);
    else report("input_added", `${listed(set.names)} can prove who is calling.`, set.node.at);
  }
  for (const { names } of lost) {
    const text = `${listed(names)} can no longer prove who is calling.`;
    report("input_removed", text, ["x-credentials"]);
  }
}

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(" and ");

const known = new Set(["schema", "secret"]);

function compareSet(specs: Specs, past: CredentialSet, now: CredentialSet): void {
  const { report } = specs;
  for (const name of past.names.filter((each) => !now.names.includes(each))) {
    report("input_removed", `\`${name}\` is no longer taken.`, now.node.at);
  }
  for (const name of now.names) {
    if (!past.names.includes(name)) {
      report("input_demanded", `\`${name}\` is required.`, [...now.node.at, name]);
      continue;
    }
    const [before, after] = [objectOf(past.node.value[name]), objectOf(now.node.value[name])];
    const at = [...now.node.at, name];
    if (before.secret !== after.secret) {
      const text = after.secret ? "never printed" : "not secret";
      report("secrecy_changed", `\`${name}\` is ${text}.`, at);
    }
    const schema = (value: unknown) => ({ value: objectOf(value), at: [...at, "schema"] });
    const old = fieldsOf(specs.past, schema(before.schema)).get("");
    const current = fieldsOf(specs.now, schema(after.schema)).get("");
    if (old && current) {
      if (!same(old.words.format, current.words.format)) {
        report("credential_format_changed", `\`${name}\` has another format.`, at);
      }
      compareInput(specs, `\`${name}\``, old, current);
    }
    compareOthers(specs, before, after, known, `\`${name}\``, at);
  }
}
