/** What a spec tells a first reading of its page. */
import type { Knowledge } from "../facts/knowledge.ts";
import { wordsOf } from "./agreement.ts";
import type { Contract } from "./contract.ts";

export function knowledgeOf(contract: Contract): Knowledge {
  const paths = (side: string) =>
    contract.fields.filter((field) => field.side === side).flatMap(({ path }) => tails(path));
  const sides = { request: new Set(paths("request")), response: new Set(paths("response")) };
  const decisive = contract.fields.filter((field) => wordsOf(field, contract).size > 0);
  const literals = decisive.map(({ side, path }) => `${side}/${path.replaceAll(".", "/")}`);
  return {
    names: new Set([...sides.request, ...sides.response, "Authorization", "Content-Type"]),
    errors: new Map(
      contract.errors.filter(({ code }) => code !== "").map(({ code, text }) => [code, text]),
    ),
    sides,
    literals: new Set([...literals, `response/${contract.codeField.replaceAll(".", "/")}`]),
  };
}

/** `result.refundId` may stand on the page as `refundId`. */
const tails = (path: string): readonly string[] =>
  path.split(".").map((_, index, parts) => parts.slice(index).join("."));
