/** What a form holds can be written: nested fields need OpenAPI's `encoding`, and that needs to be one that is written. */
import { resolve, suggest } from "@refunds/spec-reader";
import { isJson } from "../openapi/answers.ts";
import type { OpenApi, RawSchema } from "../openapi/document.ts";
import { isNested, schemasIn } from "../openapi/nested-values.ts";
import { operationsOf } from "../openapi/operations.ts";
import { branchesOf, type LocatedSchema } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkEncodings(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const { body } of operationsOf(root)) {
    if (!body) continue;
    const { encoding = {} } = body.media;
    if (isJson(body.mediaType)) {
      if (body.media.encoding) {
        const what = "encoding says how a form writes its fields, and this body is JSON";
        spec.report([...body.at, "encoding"], what, "remove it", "key");
      }
      continue;
    }
    const fields = fieldsOf(root, body.schema);
    for (const [name, field] of fields) {
      const { style, explode, "x-lists": lists } = encoding[name] ?? {};
      const isDeep = style === "deepObject" && explode === true;
      const nested = isNested(field.value);
      if (nested && !isDeep) {
        spec.report(
          field.at,
          `"${name}" is nested, which a form cannot hold without encoding`,
          `if the provider documents ${name}[field], add encoding: { ${name}: { style: deepObject, explode: true } }; otherwise write it as text, or send JSON`,
          "key",
        );
      }
      if (nested && isDeep) checkLists(spec, root, name, field, lists);
      const flat = [...fields.keys()].find((other) => other.startsWith(`${name}[`));
      if (nested && flat !== undefined) {
        const at = fields.get(flat)?.at ?? field.at;
        const what = `"${flat}" is also a field inside "${name}"`;
        spec.report(at, what, `describe it among the properties of ${name}`, "key");
      }
    }
    for (const [name, { style, explode }] of Object.entries(encoding)) {
      const at = [...body.at, "encoding", name];
      const field = fields.get(name);
      if (!field) {
        spec.report(at, `the form has no "${name}"`, suggest(name, [...fields.keys()]), "key");
      } else if (!isNested(field.value)) {
        spec.report(at, `"${name}" is one value, which needs no encoding`, "remove it", "key");
      } else if (style !== "deepObject" || explode !== true) {
        const advice = "write { style: deepObject, explode: true }, or write the field as text";
        spec.report(at, `this encoding of "${name}" cannot be written`, advice, "key");
      }
    }
  }
}

function fieldsOf(root: OpenApi, schema: LocatedSchema): Map<string, LocatedSchema> {
  const fields = branchesOf(root, schema).flatMap(({ value, at }) =>
    Object.entries(value.properties ?? {}).flatMap(([name, property]) => {
      const field = resolve<RawSchema>(root, property, [...at, "properties", name]);
      return field ? [[name, field] as const] : [];
    }),
  );
  return new Map(fields);
}

/** OpenAPI: how deepObject writes a list is not defined. */
function checkLists(
  spec: SpecFile,
  root: OpenApi,
  name: string,
  field: LocatedSchema,
  lists: "index" | undefined,
): void {
  const list = schemasIn(root, field).find(({ value }) =>
    [value.type ?? []].flat().includes("array"),
  );
  if (list && lists === undefined) {
    spec.report(
      list.at,
      `OpenAPI does not say how a form writes a list, here in "${name}"`,
      `if the provider documents ${name}[0], add x-lists: index to its encoding`,
      "key",
    );
  }
  if (!list && lists !== undefined) {
    spec.report(field.at, `"${name}" has no list, so x-lists says nothing`, "remove it", "key");
  }
}
