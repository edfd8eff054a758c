/** What changed of how a caller proves who is calling. */
import { compareInput } from "./compare-input.ts";
import { type Node, objectOf, type SpecDocument } from "./document.ts";
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
  const [before, after] = [setsOf(specs.then), setsOf(specs.now)];
  for (const { names, node } of after) {
    const old = before.find((set) => same(set.names, names));
    if (old) compareSet(specs, old, { names, node });
    else report("input_added", `${listed(names)} prove who is calling, too.`, node.at);
  }
  for (const { names } of before) {
    if (after.some((set) => same(set.names, names))) continue;
    const text = `${listed(names)} no longer prove who is calling.`;
    report("input_removed", text, ["x-credentials"]);
  }
}

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(" and ");

const known = new Set(["schema", "secret"]);

function compareSet(specs: Specs, then: CredentialSet, now: CredentialSet): void {
  const { report } = specs;
  for (const name of now.names) {
    const [before, after] = [objectOf(then.node.value[name]), objectOf(now.node.value[name])];
    const at = [...now.node.at, name];
    if (before.secret !== after.secret) {
      const text = after.secret ? "never printed" : "no secret";
      report("secrecy_changed", `\`${name}\` is ${text}.`, at);
    }
    const schema = (value: unknown) => ({ value: objectOf(value), at: [...at, "schema"] });
    const old = fieldsOf(specs.then, schema(before.schema)).get("");
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
