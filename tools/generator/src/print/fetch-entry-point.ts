/** `src/fetch.ts`: the provider's own API through openapi-fetch, typed without what the client adds. */
import type { Provider, WireOperation } from "../model.ts";
import { featuresOf } from "./features.ts";
import { doc, header } from "./text.ts";

/** What callers use of core's entry, and what their own declarations name. */
const exported = [
  "type Client, type ClientMethod, type ClientRequestMethod, type FetchClient, type FetchOptions, type FetchResponse",
  "isSendError, type MaybeOptionalInit, type MethodResponse, type Middleware, type MiddlewareCallbackParams",
  "type ParseAsResponse, SendError, type SendFailure",
];

export function printFetchEntryPoint(provider: Provider): string {
  const { spec, prefix, name, title, wire, documentation } = provider;
  const hasFeatures = featuresOf(provider).length > 0;
  return [
    header(spec),
    `import { defineFetchClient, type FetchClient } from "@refunds/core/fetch-client";\n`,
    hasFeatures ? `import { features } from "./features.ts";\n` : "",
    `import type { ${prefix}Options } from "./index.ts";\n`,
    `import type { operations } from "./schema.ts";\n`,
    `import { table } from "./table.ts";\n\n`,
    // A program that prints its own declarations can only name what this entry exports.
    `export { isRefundError, RefundError } from "@refunds/core";\n`,
    `export { ${exported.join(", ")} } from "@refunds/core/fetch-client";\n`,
    `export type { ${prefix}Options } from "./index.ts";\n\n`,
    doc([
      `${title}'s own operations by their paths, for openapi-fetch; credentials and signature are added for you.`,
    ]),
    `export interface ${prefix}Paths {\n${pathItems(wire)}}\n\n`,
    doc([
      `An openapi-fetch client of ${title}'s own API: credentials and signatures are added, nothing is interpreted.`,
      `Call it as openapi-fetch documents: ${wire.map(callOf).join(" or ")}.`,
      "A refund sent here moves money like any other; whether it did is yours to read.",
      "A call throws a `RefundError` for what is wrong with it, with nothing sent, and a `SendError` where no answer came that can be read; its `status` says whether the request can have left.",
      "@throws {RefundError} for missing, unknown or malformed options.",
      `@see ${documentation}`,
    ]),
    `export const ${name}FetchClient: (options: ${prefix}Options) => FetchClient<${prefix}Paths> = /* @__PURE__ */ defineFetchClient(table${hasFeatures ? ", features" : ""});\n`,
  ].join("");
}

function callOf({ path, method, parts }: WireOperation): string {
  const names = parts.map(({ name }) => (name === "body" ? "body" : "params"));
  return `\`${method}(${JSON.stringify(path)}, { ${[...new Set(names)].join(", ")} })\``;
}

/** Operations at one path stand under it together. */
const pathItems = (wire: readonly WireOperation[]): string =>
  [...new Set(wire.map(({ path }) => path))]
    .map((path) => {
      const here = wire.filter((operation) => operation.path === path);
      return `${JSON.stringify(path)}: {\n${here.map(operationItem).join("")}};\n`;
    })
    .join("");

function operationItem({ method, media, summary, parts, responses }: WireOperation): string {
  const parameters = parts.flatMap(({ name, type, optional }) =>
    name === "body"
      ? []
      : [`${name === "headers" ? "header" : name}${optional ? "?" : ""}: ${type};\n`],
  );
  const body = parts
    .filter(({ name }) => name === "body")
    .map(
      ({ type, optional }) =>
        `requestBody${optional ? "?" : ""}: { content: { ${JSON.stringify(media)}: ${type} } };\n`,
    );
  return [
    doc([summary]),
    `${method.toLowerCase()}: {\n`,
    `parameters: {${parameters.length > 0 ? `\n${parameters.join("")}` : " query?: never "}};\n`,
    ...body,
    `responses: {\n${responses.map(({ status, type }) => `${status}: ${type};\n`).join("")}};\n`,
    "};\n",
  ].join("");
}
