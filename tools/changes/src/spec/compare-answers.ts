/** What changed of the answers that an operation documents. */
import { compareOutputs } from "./compare-output.ts";
import { child, children, members, type Node, type SpecDocument } from "./document.ts";
import { fieldsOf } from "./fields.ts";
import { type Specs, same } from "./report.ts";

interface Shape {
  readonly name: string;
  readonly schema: Node;
}

/** The alternatives of all documented answers, by the names of their schemas. */
function shapesOf(document: SpecDocument, operation: Node): Shape[] {
  const shapes = new Map<string, Shape>();
  const visit = (schema: Node, fallback: string) => {
    const branches = ["oneOf", "anyOf"].flatMap((word) => children(document, schema, word));
    const name = schema.at[1] === "schemas" ? String(schema.at[2]) : fallback;
    if (branches.length === 0) shapes.set(name, { name, schema });
    else branches.forEach((branch, index) => void visit(branch, `${name} ${index + 1}`));
  };
  for (const [status, response] of members(document, operation, "responses")) {
    for (const [, media] of members(document, response, "content")) {
      visit(child(document, media, "schema"), status);
    }
  }
  return [...shapes.values()];
}

export function compareAnswers(specs: Specs, kind: string, past: Node, now: Node): void {
  const before = shapesOf(specs.past, past);
  const after = shapesOf(specs.now, now);
  const place = `the answer to a ${kind}`;
  const lost = before.filter(({ name }) => !after.some((shape) => shape.name === name));
  const gained = after.filter(({ name }) => !before.some((shape) => shape.name === name));
  for (const shape of after) {
    const known = before.find(({ name }) => name === shape.name);
    // One that is called otherwise and is the same is the same.
    const renamed = lost.find(({ schema }) => same(schema.value, shape.schema.value));
    const old = known ?? renamed ?? (gained.length === lost.length ? lost.shift() : undefined);
    if (renamed && !known) lost.splice(lost.indexOf(renamed), 1);
    if (!old) {
      specs.report(
        "shape_added",
        `${capital(place)} may also be a ${shape.name}.`,
        shape.schema.at,
      );
      continue;
    }
    compareOutputs(
      specs,
      place,
      fieldsOf(specs.past, old.schema),
      fieldsOf(specs.now, shape.schema),
      shape.schema.at,
    );
  }
  for (const { name } of lost) {
    specs.report("shape_removed", `${capital(place)} is no longer a ${name}.`, now.at);
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
