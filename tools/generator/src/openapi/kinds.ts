/** The kinds of answers that an operation documents under each HTTP status, and what each of them has. */
import { resolve } from "@refunds/spec-reader";
import type { Shape } from "../core-types.ts";
import type { OpenApi, RawSchema } from "./document.ts";
import type { Operation } from "./operations.ts";
import { compile, type LocatedSchema, lookUp, merge } from "./schemas.ts";
import { shapesOf } from "./shapes.ts";

export interface Kind {
  readonly shape: Shape;
  /** The position of its shape in the table. */
  readonly position: number;
  /** What it documents at a pointer. */
  at(pointer: string): readonly RawSchema[];
}

export interface DocumentedKinds {
  /** Every shape once. */
  readonly shapes: readonly Shape[];
  /** By the key under `responses`. Empty for an answer without a JSON body. */
  readonly byStatus: ReadonlyMap<string, readonly Kind[]>;
}

export function documentedKinds(root: OpenApi, { answers, raw }: Operation): DocumentedKinds {
  const positions = new Map<string, number>();
  const positionOf = (shape: Shape) => {
    const text = JSON.stringify(shape);
    if (!positions.has(text)) positions.set(text, positions.size);
    return positions.get(text) as number;
  };
  const byStatus = new Map<string, Kind[]>(Object.keys(raw.responses).map((key) => [key, []]));
  for (const { status, schema } of answers) {
    for (const parts of alternativesOf(root, schema)) {
      const at = (pointer: string) =>
        parts.flatMap((part) => lookUp(root, part, pointer).fields.map(({ value }) => value));
      const whole = parts.map((part) => compile(root, part, "answer")).reduce(merge);
      for (const shape of shapesOf([whole])) {
        byStatus.get(status)?.push({ shape, position: positionOf(shape), at });
      }
    }
  }
  return { shapes: [...positions.keys()].map((text) => JSON.parse(text)), byStatus };
}

/** What each alternative of a schema is made of: the schema around it, and itself. */
function alternativesOf(root: OpenApi, { value, at }: LocatedSchema): LocatedSchema[][] {
  const found = resolve<RawSchema>(root, value, at);
  if (!found) return [];
  const { oneOf: _, anyOf: __, ...own } = found.value;
  const branches = (["oneOf", "anyOf"] as const).flatMap((word) =>
    (found.value[word] ?? []).flatMap((branch, index) =>
      alternativesOf(root, { value: branch, at: [...found.at, word, index] }),
    ),
  );
  if (branches.length === 0) return [[found]];
  return branches.map((parts) => [{ value: own, at: found.at }, ...parts]);
}
