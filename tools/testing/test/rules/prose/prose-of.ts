import jsTokens from "js-tokens";

const isProse = /Comment$|^StringLiteral$|^NoSubstitutionTemplate$|^Template(Head|Middle|Tail)$/;

/**
 * What people read in a TypeScript source: its comments and the text of its strings. Everything else is blank, so every
 * line and column stays what it is.
 */
export function proseOf(source: string): string {
  let text = "";
  for (const { type, value } of jsTokens(source)) {
    text += isProse.test(type) ? value : value.replace(/\S/g, " ");
  }
  return text;
}
