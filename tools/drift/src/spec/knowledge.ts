/** What a spec tells a reading of its page: names and codes that run-together cells are split by, and words that decide. */
import { wordsOf } from "./agreement.ts";
import type { Contract } from "./contract.ts";

export interface Knowledge {
  readonly names: ReadonlySet<string>;
  /** Codes to their messages. */
  readonly errors: ReadonlyMap<string, string>;
  /** `response/status`: fields of examples whose very value is a fact. */
  readonly literals: ReadonlySet<string>;
}

export function knowledgeOf(contract: Contract): Knowledge {
  const paths = contract.fields.flatMap(({ path }) =>
    path.split(".").map((_, at, names) => names.slice(at).join(".")),
  );
  const decisive = contract.fields.filter((field) => wordsOf(field, contract).size > 0);
  const literals = decisive.map(({ side, path }) => pointer(side, path));
  return {
    names: new Set([...paths, "Authorization", "Content-Type"]),
    errors: new Map(
      contract.errors.filter(({ code }) => code !== "").map(({ code, text }) => [code, text]),
    ),
    literals: new Set([
      ...literals,
      ...contract.codeFields.map((path) => pointer("response", path)),
    ]),
  };
}

const pointer = (side: string, path: string) => `${side}/${path.replaceAll(".", "/")}`;
