/** The fields of a refund request, from the table of its provider. */
import type { NestedSchema, RefundTable } from "@refunds/core/provider";

/** A field of a refund request. */
export interface FormField {
  /** Where it stands in the request, such as `["payment", "id"]`. */
  readonly path: readonly string[];
  /** Whether every request needs it. Fields of `oneOf` are not required by themselves. */
  readonly required: boolean;
  /** What it may be, in words of JSON Schema. */
  readonly schema: NestedSchema;
}

/** A value that stands in several places of a request must satisfy each of them. */
export function fieldsOf({ send }: RefundTable): FormField[] {
  const fields = new Map<string, FormField>();
  for (const { from, schema, optional } of send) {
    if (!/^(payment|extra)\.|^(reason|key)$/.test(from)) continue;
    const known = fields.get(from);
    fields.set(from, {
      path: from.split("."),
      required: !optional || known?.required === true,
      schema: known ? narrower(known.schema, schema) : schema,
    });
  }
  return [...fields.values()];
}

const bounds = ["minLength", "minimum", "maxLength", "maximum"] as const;

/** Both schemas in one, as far as one can say it: the first pattern and list of values count. */
function narrower(one: NestedSchema, other: NestedSchema): NestedSchema {
  const tightest = bounds.flatMap((bound) => {
    const values = [one[bound], other[bound]].filter((value) => value !== undefined);
    const choose = bound.startsWith("min") ? Math.max : Math.min;
    return values.length > 0 ? [[bound, choose(...values)] as const] : [];
  });
  return { ...other, ...one, ...Object.fromEntries(tightest) };
}
