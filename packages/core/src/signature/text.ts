/** Composes the text that is signed. */

import { bytesOf } from "./sign.ts";
import type { FieldsPart, SignedPart } from "./signature-table.ts";
import { through } from "./steps.ts";

/** A request or an answer, as a signature sees it. */
export interface Message {
  /** The text of a part with a name. */
  value(name: string): string;
  /** The fields of one kind, without the signature itself. */
  fields(of: FieldsPart["fields"]): readonly (readonly [name: string, value: string])[];
  /** A digest: `SHA-256`. */
  digest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** The text of a part. */
export async function textOf(part: SignedPart, message: Message): Promise<string> {
  if (typeof part === "string") return message.value(part);
  if ("text" in part) return part.text;
  if ("fields" in part) return fieldsText(part, message.fields(part.fields));
  if ("digest" in part) {
    const bytes = bytesOf(await textOf(part.digest, message));
    return through(await message.digest(part.algorithm, bytes), part.encoding);
  }
  const texts = await Promise.all(part.over.map((inner) => textOf(inner, message)));
  return through(`${texts.join(part.join ?? "")}${part.end ?? ""}`, part.change);
}

function fieldsText(
  { except, startingWith = "", skipEmpty, sort, pair, join, values }: FieldsPart,
  fields: ReturnType<Message["fields"]>,
): string {
  const sorted = (name: string) => {
    if (sort === "fold") return name.toLowerCase();
    return sort === "first-level" ? (name.split("[")[0] as string) : name;
  };
  const chosen = fields.filter(
    ([name, value]) =>
      !except?.includes(name) &&
      name.toLowerCase().startsWith(startingWith.toLowerCase()) &&
      !(skipEmpty && value === ""),
  );
  const ordered = sort
    ? chosen.toSorted(([a], [b]) => Number(sorted(a) > sorted(b)) - Number(sorted(a) < sorted(b)))
    : chosen;
  return ordered
    .map(([name, value]) => {
      const text = through(value, values);
      return pair === undefined ? text : `${name}${pair}${text}`;
    })
    .join(join ?? "");
}
