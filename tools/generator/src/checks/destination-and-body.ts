/** Every request goes to the document's servers, with a body that can be written. */
import { isJson } from "../openapi/answers.ts";
import type { OpenApi } from "../openapi/document.ts";
import { formType, type Operation } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

/** Everything but the token call is sent to the document's servers. A credential for another host must not end there. */
export function checkDestination(spec: SpecFile, { raw, at, kind, path }: Operation): void {
  const item = (spec.root as OpenApi).paths[path];
  for (const [given, where] of [
    [raw.servers, at],
    [item?.servers, ["paths", path]],
  ] as const) {
    if (given === undefined || (kind === "token" && where === at)) continue;
    spec.report(
      [...where, "servers"],
      `servers of ${kind} would be ignored, and its credentials would go to the document's servers`,
      "remove it; only the token call can have a host of its own",
      "key",
    );
  }
}

/** The body has one media type, which can be written. */
export function checkBody(spec: SpecFile, { body, raw, at }: Operation): void {
  const content = Object.keys(raw.requestBody?.content ?? {});
  if (content.length > 1) {
    spec.report(
      [...at, "requestBody", "content"],
      `the body has ${content.length} media types`,
      "keep the one to send",
      "key",
    );
  }
  if (!body || isJson(body.mediaType)) return;
  if (body.mediaType !== formType) {
    spec.report(
      body.at,
      `a body of ${body.mediaType} cannot be written`,
      `use application/json or ${formType}`,
      "key",
    );
  }
}
