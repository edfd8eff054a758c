/** Every `x-source` names an entry of `x-sources`. */
import { suggest, walk } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import type { SpecFile } from "../read.ts";

export function checkSources(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const known = Object.keys(root["x-sources"]);
  walk(root, (value, at) => {
    const source = (value as { "x-source"?: unknown })["x-source"];
    for (const key of [source ?? []].flat()) {
      if (!known.includes(String(key))) {
        spec.report(
          [...at, "x-source"],
          `"${key}" is not among x-sources`,
          suggest(String(key), known),
        );
      }
    }
  });
}
