/** Writes the body of a request. JSON is always available; a package names the other formats that its table needs. */
import { asText } from "../json/json.ts";
import { putAt, valueAt } from "../json/pointer.ts";
import type { OperationTable } from "../table.ts";
import type { RequestParts } from "./request.ts";

/** The body as text; undefined if the operation has none. */
export type BodyWriter = (operation: OperationTable, parts: RequestParts) => string | undefined;

export const writeJson: BodyWriter = ({ media }, { body }) => media && JSON.stringify(body);

/** For providers that take forms. */
export const writeForm: BodyWriter = (operation, parts) => {
  if (operation.media !== "form") return writeJson(operation, parts);
  const fields = Object.entries(parts.body).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, `${asText(value)}`])).toString();
};

/** For bodies that contain JSON as text: replaces those parts by their text. */
export function writeTexts({ jsonText = [] }: OperationTable, { body }: RequestParts): void {
  for (const pointer of jsonText) {
    const value = valueAt(body, pointer);
    if (typeof value === "object") putAt(body, pointer, JSON.stringify(value));
  }
}
