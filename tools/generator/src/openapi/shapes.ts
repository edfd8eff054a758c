/** What every documented answer contains, as core checks it. */
import { escapeToken } from "@refunds/spec-reader";
import type { Shape } from "../core-types.ts";
import type { JsonSchema } from "./json-schema.ts";

/** One shape for each kind of answer; several HTTP statuses often share one. */
export function shapesOf(answers: readonly JsonSchema[]): Shape[] {
  const shapes = answers.flatMap((schema) => kindsOf(schema, ""));
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}

function kindsOf(schema: JsonSchema, at: string): Shape[] {
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => kindsOf(branch, at));
  if (schema.not) return [{ [at]: { not: schema.not.const } }];
  if (schema.const !== undefined) return [{ [at]: { is: schema.const } }];
  let shapes: Shape[] = [{}];
  const hold = (member: JsonSchema, place: string) => {
    const kinds = kindsOf(member, place);
    shapes = shapes.flatMap((shape) => kinds.map((kind) => ({ ...shape, ...kind })));
  };
  for (const name of schema.required ?? [])
    hold(schema.properties?.[name] ?? {}, `${at}/${escapeToken(name)}`);
  if (schema.minItems === 1 && schema.items) {
    hold({ type: "array" }, at);
    hold(schema.items, `${at}/0`);
  }
  const certain = shapes.some((shape) => Object.keys(shape).length > 0);
  // A whole answer of which no field is required must still be an object, or a list: `null` and a text are neither.
  if (certain || schema.type === undefined) return shapes;
  return [{ [at]: { type: schema.type } }];
}
