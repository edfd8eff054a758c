/** A number in a place of the body: the one item of a list. Any other number would leave a hole, or make an object. */
import { isJson } from "../openapi/answers.ts";
import type { OpenApi } from "../openapi/document.ts";
import { isListOfOne, numberedSteps } from "../openapi/list-of-one.ts";
import { type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";

export function checkListsOfOne(spec: SpecFile): void {
  for (const operation of operationsOf(spec.root as OpenApi)) checkOperation(spec, operation);
}

function checkOperation(spec: SpecFile, { body, sent }: Operation): void {
  if (!body) return;
  for (const { place, at } of sent) {
    if (!place.startsWith("body#")) continue;
    const pointer = place.slice("body#".length);
    for (const { token, into, fields } of numberedSteps(
      spec.root as OpenApi,
      body.schema,
      pointer,
    )) {
      const [field] = fields;
      if (!field) continue;
      if (!field.value.items) {
        const what = `"${token}" in ${place} would be an item of a list, and body#${into} is an object`;
        spec.report(at, what, "a field cannot have a number as its name");
      } else if (token !== "0") {
        const what = `${place} is not the first item of body#${into}, and a request fills one item`;
        spec.report(at, what, `write body#${into}/0`);
      } else if (!isJson(body.mediaType)) {
        spec.report(
          at,
          `${place} is in a list, and a form has lists only where a caller gives them`,
          "send JSON",
        );
      } else if (!isListOfOne(field.value)) {
        const what = `${place} fills the list body#${into} with one item, and the list may have others`;
        spec.report(
          field.at,
          what,
          "say minItems: 1 and maxItems: 1, if the provider takes one",
          "key",
        );
      }
    }
  }
}
