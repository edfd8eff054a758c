/** Plain OpenAPI: the linter that openapi-typescript brings, with the rules that make sense for somebody else's API. */

import { createRequire } from "node:module";
import { placeOf } from "@refunds/spec-reader";
import type { SpecFile } from "../read.ts";

// Required, not imported: Node searches the text of a CommonJS module that is imported for the names it exports.
const { BaseResolver, createConfig, lintDocument, Source } = createRequire(import.meta.url)(
  "@redocly/openapi-core",
) as typeof import("@redocly/openapi-core");

const config = createConfig({
  extends: ["recommended"],
  rules: {
    // The provider's API is what it is: no error statuses documented, no licence page of its own.
    "operation-4xx-response": "off",
    "operation-2xx-response": "off",
    "info-license": "off",
    "info-license-url": "off",
    "info-license-strict": "off",
    // Credentials that travel in a body or sign it are not OpenAPI security; checks/credentials.ts knows them.
    "security-defined": "off",
    // The check that runs on real answers runs on examples too (checks/examples.ts), for a tenth of the time.
    "no-invalid-media-type-examples": "off",
    // checks/references.ts, with a suggestion.
    "no-unresolved-refs": "off",
    "no-unused-components": "error",
    "no-ambiguous-paths": "error",
    "no-schema-type-mismatch": "error",
  },
});

export async function checkOpenApi(spec: SpecFile): Promise<void> {
  const { styleguide, resolve } = await config;
  const problems = await lintDocument({
    // The parsed document is given, so the source text is never looked at.
    document: { source: new Source(`/${spec.file}`, ""), parsed: spec.root },
    config: styleguide,
    externalRefResolver: new BaseResolver(resolve),
  });
  for (const { message, location, ruleId, suggest } of problems) {
    const place = location[0];
    const at = place?.pointer ? placeOf(spec.root, place.pointer) : [];
    const advice =
      suggest.length > 0
        ? `did you mean ${suggest.map((word) => `"${word}"`).join(" or ")}?`
        : `linter rule ${ruleId}`;
    spec.report(
      at,
      message.trim().replace(/\.$/, ""),
      advice,
      place?.reportOnKey ? "key" : "value",
    );
  }
}
