/** Where the signature stands in a request, so that it can be marked. */
import type { SimulatorTable } from "@refunds/sandbox";
import type { Exchange } from "./exchange.ts";

export interface Marked {
  readonly algorithm: string;
  /** The header that has it, in lower case. */
  readonly header?: string;
  /** The body in three parts, of which the second is the signature. */
  readonly body?: readonly [string, string, string];
}

export function signatureIn(
  { url, body }: Exchange,
  table: SimulatorTable | undefined,
): Marked | undefined {
  const operations = Object.values(table?.operations ?? {});
  const operation = operations.find(
    ({ path, sign }) => sign && matches(path, new URL(url).pathname),
  );
  const { algorithm, to } = operation?.sign ?? {};
  if (!algorithm || !to) return undefined;
  const [place = "", pointer = ""] = to.split(/[.#]/, 2);
  if (place === "header") return { algorithm, header: pointer.toLowerCase() };
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  const at = body.search(new RegExp(`"?${name}"?[:=]`));
  if (place !== "body" || at < 0) return { algorithm };
  const rest = body.slice(at);
  const [found = ""] = /^"?\w+"?[:=]\s*(?:"(?:\\.|[^"\\])*"|[^&,}]*)/.exec(rest) ?? [];
  return { algorithm, body: [body.slice(0, at), found, rest.slice(found.length)] };
}

const matches = (template: string, path: string): boolean =>
  new RegExp(`${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path);
