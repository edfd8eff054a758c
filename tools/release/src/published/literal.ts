/** A value as TypeScript on one line, because `@ts-expect-error` covers one line. `$rsa` becomes the identifier `rsa`. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('"$rsa"', "rsa");
