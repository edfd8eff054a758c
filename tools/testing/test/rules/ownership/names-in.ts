import jsTokens from "js-tokens";

/**
 * The words that code is made of, in lower case: the parts of each identifier and string, and what neighbouring parts make
 * together. `makeAcPay` has `make`, `ac`, `pay`, `acpay` and others. Comments do not count: they may compare with anybody.
 */
export function namesIn(path: string, text: string): Set<string> {
  const code = /\.[jt]s$/.test(path)
    ? [...jsTokens(text)].flatMap(({ type, value }) => (type.endsWith("Comment") ? [] : [value]))
    : [text];
  const identifiers = new Set(code.flatMap((token) => token.match(/[A-Za-z0-9]+/g) ?? []));
  const names = new Set<string>();
  for (const identifier of identifiers) {
    const parts = identifier.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? [];
    for (let first = 0; first < parts.length; first++) {
      // No provider's name has more than three parts.
      for (let end = first + 1; end <= Math.min(first + 3, parts.length); end++) {
        names.add(parts.slice(first, end).join("").toLowerCase());
      }
    }
  }
  return names;
}
