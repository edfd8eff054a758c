/** Every `$ref` leads to something in the same file, and no schema contains itself. */
import { type At, objectOf, placeOf, resolve, suggest, valueAt, walk } from "@refunds/spec-reader";
import type { OpenApi, Ref } from "../openapi/document.ts";
import type { SpecFile } from "../read.ts";

/** True where every reference can be followed. */
export function checkReferences(spec: SpecFile): boolean {
  const root = spec.root as OpenApi;
  let sound = true;
  const report = (at: At, what: string, advice: string) => {
    sound = false;
    spec.report([...at, "$ref"], what, advice);
  };
  walk(root, (value, at) => {
    const ref = (value as Partial<Ref>).$ref;
    if (typeof ref !== "string" || at.includes("value")) return;
    if (!ref.startsWith("#/")) {
      report(
        at,
        `"${ref}" points outside this file`,
        "one spec is one provider, so move it into components",
      );
    } else if (!resolve(root, value as Ref, at)) {
      const path = placeOf(root, ref.slice(1));
      const siblings = Object.keys(objectOf(valueAt(root, path.slice(0, -1))));
      report(at, `"${ref}" leads nowhere`, suggest(String(path.at(-1) ?? ""), siblings));
    } else if (leadsToItself(root, ref, ref, new Set())) {
      report(
        at,
        `"${ref}" contains itself`,
        "a table cannot hold that, so write the levels that the documentation shows",
      );
    }
  });
  return sound;
}

function leadsToItself(root: OpenApi, ref: string, start: string, seen: Set<string>): boolean {
  if (seen.has(ref)) return false;
  seen.add(ref);
  const found = resolve(root, { $ref: ref }, []);
  let cyclic = false;
  walk(found?.value, (value) => {
    const next = (value as Partial<Ref>).$ref;
    if (typeof next !== "string" || cyclic) return;
    cyclic = next === start || leadsToItself(root, next, start, seen);
  });
  return cyclic;
}
