/** What a caller gives, field by field, as the model has it. */
import type { AmountDoc, FieldDoc, FieldGroup } from "../model.ts";
import type { OpenApi, RawRefund, RawSchema } from "./document.ts";
import { isNested, nestedType } from "./nested-values.ts";
import { lookUpPlace, type Operation } from "./operations.ts";
import { sampleOf } from "./sample-values.ts";
import type { Field } from "./schemas.ts";

export function amountOf(root: OpenApi, refund: Operation): AmountDoc | undefined {
  const { send, currencies } = refund.vocabulary as RawRefund;
  const place = send.amount;
  if (place === undefined) return undefined;
  const { fields } = lookUpPlace(root, refund, place);
  return {
    optional: !fields.every(({ required }) => required),
    description: describe(fields),
    ...(currencies && "codes" in currencies && { currencies: currencies.codes }),
    ...(currencies && "exponent" in currencies && { exponent: currencies.exponent }),
    ...(currencies && "except" in currencies && { except: currencies.except }),
  };
}

export function groupOf(
  root: OpenApi,
  operation: Operation,
  kind: "payment" | "extra" | "refund",
): FieldGroup {
  const prefix = `${kind}.`;
  const short = (source: string) => source.slice(prefix.length);
  const sources = Object.keys(operation.vocabulary.send).filter((source) =>
    source.startsWith(prefix),
  );
  const groups = (operation.vocabulary.exactlyOne ?? []).filter(([first = ""]) =>
    first.startsWith(prefix),
  );
  return {
    fields: sources.flatMap((source) => {
      const field = fieldOf(root, operation, source);
      return field ? [{ ...field, name: short(source) }] : [];
    }),
    exactlyOne: groups.map((group) => group.map(short)),
  };
}

export function fieldOf(root: OpenApi, operation: Operation, source: string): FieldDoc | undefined {
  const place = operation.vocabulary.send[source];
  if (place === undefined) return undefined;
  const { fields } = lookUpPlace(root, operation, place);
  const [, name = ""] = source.split(".");
  const nested = fields.find(({ value }) => isNested(value));
  const needed = source.startsWith("extra.") && fields.every(({ required }) => required);
  const sample =
    source === "key"
      ? sampleKey(root, operation)
      : source.startsWith("payment.")
        ? root["x-sandbox"].payments[0]?.payment[name]
        : nested || needed
          ? sampleOf(operation, source)
          : undefined;
  return {
    name: source,
    description: describe(fields),
    type: nested
      ? nestedType(root, nested)
      : [...new Set(fields.flatMap(({ value }) => typeOf(value).split(" | ")))].join(" | "),
    ...(nested && { kind: kindOf(nested) }),
    optional: source !== "key" && !fields.every(({ required }) => required),
    ...(sample !== undefined && { sample }),
  };
}

/** A key as a caller might choose it, in the form that the provider takes. */
function sampleKey(root: OpenApi, operation: Operation): string | undefined {
  const fields = operation.sent
    .filter(({ source }) => source === "key")
    .flatMap(({ place }) => lookUpPlace(root, operation, place).fields);
  return ["order-1042/refund-1", "order-1042-refund-1", "order1042refund1"].find((key) =>
    fields.every(
      ({ value: { pattern = "", maxLength = key.length } }) =>
        new RegExp(pattern, "u").test(key) && key.length <= maxLength,
    ),
  );
}

const kindOf = ({ value: { type } }: Field): string =>
  [type ?? []]
    .flat()
    .map((name) => (name === "array" ? "list" : name))
    .join(" or ");

const describe = (fields: readonly Field[]) =>
  fields.map(({ value }) => value.description).find((text) => text !== undefined) ?? "";

/** A scalar schema as TypeScript. What the caller gives is held to the documented values. */
export function typeOf({ type, enum: values, const: only }: RawSchema): string {
  const literals = only === undefined ? values : [only];
  if (literals) return literals.map((value) => JSON.stringify(value)).join(" | ");
  const names = [type ?? "string"].flat().map((name) => (name === "integer" ? "number" : name));
  return [...new Set(names)].join(" | ");
}
