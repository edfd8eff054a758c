/** The body of a request as text. JSON is for everybody; the rest is named by the doors whose tables need it. */
import { asText } from "../json/json.ts";
import { putAt, valueAt } from "../json/pointer.ts";
import type { OperationTable } from "../table.ts";
import type { RequestParts } from "./request.ts";

/** The body as the text to send; undefined where the operation has none. */
export type BodyWriter = (operation: OperationTable, parts: RequestParts) => string | undefined;

export const writeJson: BodyWriter = ({ media }, { body }) => media && JSON.stringify(body);

/** For providers with a form among their bodies. */
export const writeForm: BodyWriter = (operation, parts) => {
  if (operation.media !== "form") return writeJson(operation, parts);
  const fields = Object.entries(parts.body).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, `${asText(value)}`])).toString();
};

/** For providers whose body has JSON as text inside: writes those parts, in place. */
export function writeTexts({ jsonText = [] }: OperationTable, { body }: RequestParts): void {
  for (const pointer of jsonText) {
    const value = valueAt(body, pointer);
    if (typeof value === "object") putAt(body, pointer, JSON.stringify(value));
  }
}
